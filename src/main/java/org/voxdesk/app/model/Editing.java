package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.EditStep;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Outcome;

/// Makes, undoes and redoes the edits of a session. Images that are being saved, or edited in the
/// background, are held meanwhile: no step that changes them is made or undone. Used on the
/// window's thread.
final class Editing {
  private final Services services;
  private final ReadOnlyObjectWrapper<EditHistory> history =
      new ReadOnlyObjectWrapper<>(EditHistory.EMPTY);
  private final Set<Path> held = new HashSet<>();
  private boolean allHeld;

  Editing(Services services) {
    this.services = services;
  }

  ReadOnlyObjectProperty<EditHistory> historyProperty() {
    return history.getReadOnlyProperty();
  }

  boolean apply(Edit edit, Collection<Instance> images) {
    if (isHeld(paths(images))) {
      return false;
    }
    try {
      history.set(history.get().with(edit, images));
      return true;
    } catch (DicomException e) {
      services.notifications().error(services.reason(e.sentence()), Optional.empty());
      return false;
    }
  }

  void applyInBackground(Edit edit, Collection<Instance> images, Runnable done) {
    Set<Path> paths = paths(images);
    if (!hold(paths)) {
      return;
    }
    EditHistory before = history.get();
    services
        .tasks()
        .start(
            edit.label().in(services.messages().locale()),
            progress -> before.step(edit, images, progress))
        .whenEnded(
            services.ui(),
            outcome -> {
              release(paths);
              ended(outcome, done);
            });
  }

  private void ended(Outcome<Optional<EditStep>> outcome, Runnable done) {
    switch (outcome) {
      case Outcome.Success<Optional<EditStep>> made -> {
        // Other images may have been edited or saved meanwhile.
        made.value().ifPresent(step -> history.set(history.get().with(step)));
        done.run();
      }
      case Outcome.Failure<Optional<EditStep>> failed ->
          services.notifications().error(reason(failed.cause()), Optional.empty());
      case Outcome.Cancelled<Optional<EditStep>> cancelled -> {}
    }
  }

  private String reason(Throwable cause) {
    return cause instanceof DicomException e ? services.reason(e.sentence()) : cause.toString();
  }

  /// Makes or undoes steps until `wanted` of them are made, unless one of them is held.
  void goTo(int wanted) {
    int done = history.get().done();
    List<EditStep> between =
        history.get().steps().subList(Math.min(done, wanted), Math.max(done, wanted));
    Set<Path> paths =
        between.stream().flatMap(step -> step.paths().stream()).collect(Collectors.toSet());
    if (!isHeld(paths)) {
      history.set(history.get().goTo(wanted));
    }
  }

  /// Whether nothing has been edited yet, nor is about to be; the user is told of the latter.
  boolean isUntouched() {
    return history.get().steps().isEmpty() && !isHeld(Set.copyOf(held));
  }

  /// Takes over what saving or opening has made of the history.
  void replace(UnaryOperator<EditHistory> change) {
    history.set(change.apply(history.get()));
  }

  /// Holds these images, unless one of them is held already, which the user is told.
  boolean hold(Set<Path> paths) {
    if (isHeld(paths)) {
      return false;
    }
    held.addAll(paths);
    return true;
  }

  void release(Set<Path> paths) {
    held.removeAll(paths);
  }

  void holdAll(boolean all) {
    allHeld = all;
  }

  private boolean isHeld(Set<Path> paths) {
    boolean is = allHeld || paths.stream().anyMatch(held::contains);
    if (is) {
      services.notifications().warn(services.text("error.held"), Optional.empty());
    }
    return is;
  }

  private static Set<Path> paths(Collection<Instance> images) {
    return images.stream().map(Instance::path).collect(Collectors.toSet());
  }
}
