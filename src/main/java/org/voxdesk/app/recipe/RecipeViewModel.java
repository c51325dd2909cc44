package org.voxdesk.app.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.voxdesk.app.compare.Comparison;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.ApplyRecipe;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.edit.recipe.StepWords;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.Study;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// A recipe that is about to be applied: what it does, to which images, and what it would change
/// there. Holds no nodes; used on the window's thread.
public final class RecipeViewModel {
  private final Services services;
  private final Session session;
  private final Recipe recipe;
  private final ObjectProperty<Reach> reach = new SimpleObjectProperty<>(Reach.SERIES);
  private final ReadOnlyObjectWrapper<Optional<Preview>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// Which images are meant.
  public enum Reach {
    SERIES,
    STUDY,
    ALL
  }

  /// What the recipe would do.
  ///
  /// @param changed the images that it changes, as they were read
  /// @param images how many were looked at
  /// @param refused how many do not allow it
  /// @param reason why the first of these does not
  /// @param first what changes in the first image that changes
  public record Preview(
      List<Instance> changed,
      int images,
      int refused,
      Optional<Sentence> reason,
      Comparison first) {
    public Preview {
      changed = List.copyOf(changed);
    }
  }

  public RecipeViewModel(AppModel app, Recipe recipe) {
    this.services = app.services();
    this.session = app.session();
    this.recipe = recipe;
    reach.addListener((property, was, is) -> look());
    look();
  }

  Services services() {
    return services;
  }

  /// Its name; may be empty.
  public String name() {
    return recipe.name();
  }

  /// What it does, a line each.
  public List<String> steps() {
    return StepWords.of(recipe).stream().map(services::reason).toList();
  }

  public ObjectProperty<Reach> reachProperty() {
    return reach;
  }

  /// What it would do; empty while that is being found out.
  public ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  private List<Instance> images() {
    Optional<Series> looked = session.seriesProperty().get();
    return switch (reach.get()) {
      case SERIES -> looked.map(session.libraryProperty().get()::whole).orElse(List.of());
      case STUDY ->
          session.libraryProperty().get().patients().stream()
              .flatMap(patient -> patient.studies().stream())
              .map(Study::series)
              .filter(series -> looked.filter(series::contains).isPresent())
              .flatMap(List::stream)
              .flatMap(series -> series.instances().stream())
              .toList();
      case ALL -> session.libraryProperty().get().instances();
    };
  }

  private void look() {
    preview.set(Optional.empty());
    List<Instance> images = images();
    List<Instance> current = images.stream().map(session::current).toList();
    services
        .tasks()
        .startLatest(
            RecipeViewModel.class,
            services.text("recipe.preview"),
            progress -> look(images, current, progress))
        .whenEnded(
            services.ui(),
            outcome -> {
              switch (outcome) {
                case Outcome.Success<Preview> done -> preview.set(Optional.of(done.value()));
                case Outcome.Failure<Preview> failed ->
                    services
                        .notifications()
                        .error(services.text("recipe.preview.failed"), failed.cause());
                case Outcome.Cancelled<Preview> cancelled -> {}
              }
            });
  }

  private Preview look(List<Instance> images, List<Instance> current, Progress progress) {
    var changed = new ArrayList<Instance>();
    var pairs = new ArrayList<Comparison.Pair>();
    Optional<Sentence> reason = Optional.empty();
    int refused = 0;
    for (int i = 0; i < images.size(); i++) {
      progress.checkCancelled();
      try {
        DicomFile before = current.get(i).file();
        DicomFile after = recipe.applyTo(before);
        if (!after.equals(before)) {
          changed.add(images.get(i));
          if (pairs.isEmpty()) {
            pairs.add(new Comparison.Pair(before, after));
          }
        }
      } catch (DicomException e) {
        refused++;
        reason = reason.or(() -> Optional.of(e.sentence()));
      }
      progress.report(i + 1L, images.size());
    }
    Comparison first = Comparison.edited(pairs, Progress.NONE);
    return new Preview(changed, images.size(), refused, reason, first);
  }

  /// Applies it to the images that it changes, as one step, in the background.
  public void apply() {
    preview
        .get()
        .map(Preview::changed)
        .filter(changed -> !changed.isEmpty())
        .ifPresent(
            changed ->
                session.applyInBackground(
                    new ApplyRecipe(recipe),
                    changed,
                    () ->
                        services
                            .notifications()
                            .info(services.text("recipe.applied", changed.size()))));
  }
}
