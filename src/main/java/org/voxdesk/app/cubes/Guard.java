package org.voxdesk.app.cubes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Series;
import org.voxdesk.task.Outcome;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.SeriesVerdict;
import org.voxdesk.volume.SeriesVerdict.ModeVerdict;

/// What is to be known of the series before a nodule is clicked, and what each mode will do with
/// it. Holds no nodes; used on the window's thread.
public final class Guard {
  private final AppModel app;
  private final Services services;
  private final CubeSettings settings;
  private final ReadOnlyObjectWrapper<Optional<SeriesVerdict>> verdict =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Follows the series that is looked at, its edits, and the size of the cubes.
  Guard(AppModel app, CubeSettings settings) {
    this.app = app;
    this.services = app.services();
    this.settings = settings;
    app.volume().stateProperty().addListener((property, was, is) -> look());
    app.session().seriesProperty().addListener((property, was, is) -> look());
    settings.sizeProperty().addListener((property, was, is) -> look());
    settings.mmProperty().addListener((property, was, is) -> look());
    settings.modeProperty().addListener((property, was, is) -> leaveImpossible());
    look();
  }

  /// The verdict; empty while no series is open or it is not known yet.
  public ReadOnlyObjectProperty<Optional<SeriesVerdict>> verdictProperty() {
    return verdict.getReadOnlyProperty();
  }

  private void look() {
    Optional<Series> looked = app.session().seriesProperty().get();
    if (looked.isEmpty() || app.session().openingProperty().get()) {
      verdict.set(Optional.empty());
      return;
    }
    Series series =
        new Series(
            looked.get().uid(),
            looked.get().part(),
            looked.get().instances().stream().map(app.session()::current).toList());
    double edge = settings.sizeProperty().get() * settings.mmProperty().get();
    services
        .tasks()
        .startLatest(
            this,
            services.text("task.guard"),
            progress -> SeriesVerdict.of(GeometryReport.of(series), edge))
        .whenEnded(
            services.ui(),
            outcome -> {
              if (outcome instanceof Outcome.Success<SeriesVerdict> done) {
                verdict.set(Optional.of(done.value()));
                leaveImpossible();
              }
            });
  }

  /// Classic mode is not offered where it would give nonsense.
  private void leaveImpossible() {
    if (settings.modeProperty().get() == ResampleMode.CLASSIC
        && verdict
            .get()
            .filter(v -> v.physical().isPossible() && !offers(v.classic()))
            .isPresent()) {
      settings.modeProperty().set(ResampleMode.PHYSICAL);
      services
          .notifications()
          .warn(services.text("guard.left", why(ResampleMode.CLASSIC)), Optional.empty());
    }
  }

  private static boolean offers(ModeVerdict mode) {
    return mode.isPossible();
  }

  /// Whether a mode can be chosen.
  public boolean isOffered(ResampleMode mode) {
    return verdict.get().map(v -> offers(of(v, mode))).orElse(true);
  }

  /// What a mode does with the series, or why it refuses, in sentences; empty while that is not
  /// known.
  public String why(ResampleMode mode) {
    return verdict.get().map(v -> joined(of(v, mode).sentences())).orElse("");
  }

  /// How the slices lie, in sentences: the remarkable things, or that there are none.
  public String lies() {
    return verdict.get().map(this::lies).orElse("");
  }

  private String lies(SeriesVerdict of) {
    List<Sentence> all = new ArrayList<>();
    all.add(of.report().verdict());
    all.addAll(of.report().remarks());
    return joined(all);
  }

  /// The same in a few words.
  public String inShort() {
    return verdict
        .get()
        .map(v -> v.traits().stream().map(this::name).reduce((a, b) -> a + " · " + b).orElse(""))
        .orElse("");
  }

  /// Whether there is nothing to be said about it.
  public boolean isUniform() {
    return verdict
        .get()
        .filter(v -> v.traits().contains(SeriesVerdict.Trait.UNIFORM) && v.classic().isPossible())
        .isPresent();
  }

  private String joined(List<Sentence> sentences) {
    boolean chinese = services.messages().locale().getLanguage().equals("zh");
    return String.join(chinese ? "" : " ", sentences.stream().map(services::reason).toList());
  }

  private static ModeVerdict of(SeriesVerdict verdict, ResampleMode mode) {
    return switch (mode) {
      case PHYSICAL -> verdict.physical();
      case CLASSIC -> verdict.classic();
    };
  }

  private String name(SeriesVerdict.Trait trait) {
    return services.text(
        switch (trait) {
          case UNIFORM -> "guard.uniform";
          case GAPS -> "guard.gaps";
          case UNEVEN -> "guard.uneven";
          case DUPLICATES -> "guard.duplicates";
          case MIXED -> "guard.mixed";
          case TILTED -> "guard.tilted";
          case OBLIQUE -> "guard.oblique";
          case PRONE -> "guard.prone";
          case THIN -> "guard.thin";
          case SINGLE -> "guard.single";
          case RESCALED -> "guard.rescaled";
          case NO_VOLUME -> "guard.none";
        });
  }
}
