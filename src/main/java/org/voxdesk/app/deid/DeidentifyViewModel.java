package org.voxdesk.app.deid;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.app.compare.Comparison;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.deid.ProfileOption;
import org.voxdesk.edit.deid.ProfileOptions;
import org.voxdesk.edit.deid.PseudonymKey;
import org.voxdesk.edit.deid.RemainingRisks;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// The options that are being chosen, and what they would change. Holds no nodes; used on the
/// window's thread.
final class DeidentifyViewModel {
  private final Services services;
  private final List<Instance> images;
  private final Set<ProfileOption> chosen = EnumSet.noneOf(ProfileOption.class);
  private final StringProperty days = new SimpleStringProperty("");
  private final StringProperty key = new SimpleStringProperty(PseudonymKey.random().secret());
  private final ReadOnlyObjectWrapper<Optional<Deidentify>> edit =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(Preview.NONE);

  /// What would change, and what a person has to look at.
  ///
  /// @param warnings a sentence each, with the number of images it is about
  record Preview(Optional<Comparison> comparison, Map<Sentence, Integer> warnings) {
    static final Preview NONE = new Preview(Optional.empty(), Map.of());
  }

  /// @param images as they were read
  DeidentifyViewModel(AppModel app, List<Instance> images) {
    this.services = app.services();
    this.images = images.stream().map(app.session()::current).toList();
    days.addListener((property, was, is) -> changed());
    key.addListener((property, was, is) -> changed());
    changed();
  }

  /// By how many days modified dates are moved, as typed; empty to derive it.
  StringProperty daysProperty() {
    return days;
  }

  /// The secret that pseudonyms are made with.
  StringProperty keyProperty() {
    return key;
  }

  /// The edit that the options make; empty while they do not go together.
  ReadOnlyObjectProperty<Optional<Deidentify>> editProperty() {
    return edit.getReadOnlyProperty();
  }

  /// Why the options do not go together; empty where they do.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What would change.
  ReadOnlyObjectProperty<Preview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /// How many images are meant.
  int imageCount() {
    return images.size();
  }

  /// Chooses an option or leaves it; dates are retained in full or modified, not both.
  void choose(ProfileOption option, boolean wanted) {
    boolean changed = wanted ? chosen.add(option) : chosen.remove(option);
    if (changed) {
      changed();
    }
  }

  /// Whether the option is chosen.
  boolean isChosen(ProfileOption option) {
    return chosen.contains(option);
  }

  private void changed() {
    edit.set(made());
    edit.get().ifPresentOrElse(this::look, () -> preview.set(Preview.NONE));
  }

  private Optional<Deidentify> made() {
    problem.set("");
    if (chosen.contains(ProfileOption.RETAIN_FULL_DATES)
        && chosen.contains(ProfileOption.RETAIN_MODIFIED_DATES)) {
      return refused("deid.problem.dates");
    }
    if (key.get().isBlank()) {
      return refused("deid.problem.key");
    }
    try {
      OptionalInt shift =
          days.get().isBlank() || !chosen.contains(ProfileOption.RETAIN_MODIFIED_DATES)
              ? OptionalInt.empty()
              : OptionalInt.of(Integer.parseInt(days.get().strip()));
      return Optional.of(
          new Deidentify(new ProfileOptions(chosen, shift), new PseudonymKey(key.get())));
    } catch (IllegalArgumentException e) {
      // No number, or more days than dates can be moved by.
      return refused("deid.problem.days");
    }
  }

  private Optional<Deidentify> refused(String why) {
    problem.set(services.text(why));
    return Optional.empty();
  }

  private void look(Deidentify wanted) {
    services
        .tasks()
        .startLatest(
            DeidentifyViewModel.class,
            services.text("deid.task"),
            progress -> preview(wanted, progress))
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<Preview> done -> preview.set(done.value());
                case Outcome.Failure<Preview> failed -> {
                  edit.set(Optional.empty());
                  String why =
                      failed.cause() instanceof ExplainedException e
                          ? services.reason(e.sentence())
                          : failed.cause().toString();
                  services.notifications().error(why, Optional.empty());
                }
                case Outcome.Cancelled<Preview> cancelled -> {}
              }
            });
  }

  private Preview preview(Deidentify wanted, Progress progress) throws ExplainedException {
    Map<Sentence, Integer> warnings = new LinkedHashMap<>();
    List<Comparison.Pair> pairs = new ArrayList<>();
    for (Instance image : images) {
      progress.checkCancelled();
      RemainingRisks.of(image.file()).forEach(risk -> warnings.merge(risk, 1, Integer::sum));
      pairs.add(new Comparison.Pair(image.file(), wanted.apply(image.file())));
    }
    return new Preview(Optional.of(Comparison.edited(pairs, progress)), warnings);
  }
}
