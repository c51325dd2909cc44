package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;

/// What is open, what of it is selected and what has been edited. Holds no nodes; used on the
/// window's thread.
public final class Session {
  private final Services services;
  private final ReadOnlyObjectWrapper<Library> library = new ReadOnlyObjectWrapper<>(Library.EMPTY);
  private final List<Opening> openings = new ArrayList<>();
  private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Series>> series =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Instance>> instance =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final GeometryReports reports = new GeometryReports();
  private final Editing editing;
  private final List<Consumer<Set<Path>>> saved = new ArrayList<>();

  /// Nothing open.
  Session(Services services) {
    this.services = services;
    this.editing = new Editing(services);
    library.addListener((property, was, is) -> reports.keep(is));
  }

  /// What is open, as it was read; [#current(Instance)] has the edits.
  public ReadOnlyObjectProperty<Library> libraryProperty() {
    return library.getReadOnlyProperty();
  }

  /// The series that is looked at, as it was read.
  public ReadOnlyObjectProperty<Optional<Series>> seriesProperty() {
    return series.getReadOnlyProperty();
  }

  /// How the images of an open series lie, as they were read.
  public GeometryReport geometry(Series of) {
    return reports.of(of);
  }

  /// The image that is looked at, as it was read.
  public ReadOnlyObjectProperty<Optional<Instance>> instanceProperty() {
    return instance.getReadOnlyProperty();
  }

  /// The edits made so far.
  public ReadOnlyObjectProperty<EditHistory> historyProperty() {
    return editing.historyProperty();
  }

  /// Reads `paths` in the background and adds them to what is open, the first images as soon as
  /// they are there; edits stay.
  public void open(List<Path> paths) {
    var started = new Opening(services, this, reports, paths);
    openings.add(started);
    opening.set(true);
    started.start(
        () -> {
          openings.remove(started);
          // What was found out about images that are not wanted any more would keep them in memory.
          reports.keep(library.get());
          opening.set(!openings.isEmpty());
        });
  }

  /// Whether more images may arrive.
  public ReadOnlyBooleanProperty openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /// What is open from now on.
  void put(Library now) {
    library.set(now);
  }

  private static Instance middle(Series of) {
    return of.instances().get(of.instances().size() / 2);
  }

  /// Looks at a series: at its middle image.
  public void select(Series wanted) {
    select(wanted, middle(wanted));
  }

  /// Looks at one image of a series.
  public void select(Series wanted, Instance image) {
    if (!series.get().equals(Optional.of(wanted))) {
      instance.set(Optional.empty());
      series.set(Optional.of(wanted));
    }
    instance.set(Optional.of(image));
  }

  /// The image as it is now, edits included.
  public Instance current(Instance image) {
    return historyProperty().get().current(image);
  }

  /// Makes one undoable step of `edit` in all of `images`.
  ///
  /// @return false if it is not allowed; the user has been told why, and nothing has changed
  public boolean apply(Edit edit, Collection<Instance> images) {
    return editing.apply(edit, images);
  }

  /// Makes one undoable step of `edit` in all of `images` in the background, for edits that look at
  /// pixels; these images are not edited otherwise meanwhile.
  ///
  /// @param done run when it has been made
  public void applyInBackground(Edit edit, Collection<Instance> images, Runnable done) {
    editing.applyInBackground(edit, images, done);
  }

  public void undo() {
    goTo(Math.max(0, historyProperty().get().done() - 1));
  }

  public void redo() {
    EditHistory history = historyProperty().get();
    goTo(Math.min(history.steps().size(), history.done() + 1));
  }

  /// Makes or undoes steps until so many of them are made.
  public void goTo(int steps) {
    editing.goTo(steps);
  }

  /// Keeps these images from being edited while their files are replaced, which would lose the
  /// edits; until [#release(Set)].
  ///
  /// @return false if one of them is held already; the user has been told
  public boolean hold(Set<Path> paths) {
    return editing.hold(paths);
  }

  /// Allows edits of these images again.
  public void release(Set<Path> paths) {
    editing.release(paths);
  }

  /// Keeps all edits from being made, until [#release()].
  public void hold() {
    editing.holdAll(true);
  }

  /// Allows edits again.
  public void release() {
    editing.holdAll(false);
  }

  /// Tells `listener` which open files have been saved where they are, each time.
  public void onSaved(Consumer<Set<Path>> listener) {
    saved.add(listener);
  }

  /// Opens images with edits that were made in them before, if nothing has been edited yet.
  ///
  /// @return false if something has; nothing has changed then
  public boolean restore(Collection<Instance> images, EditHistory edits) {
    if (!editing.isUntouched()) {
      return false;
    }
    library.set(library.get().with(Library.of(images, List.of())));
    editing.replace(history -> edits);
    if (series.get().isEmpty()) {
      library.get().series().stream().findFirst().ifPresent(this::select);
    }
    return true;
  }

  /// Puts files that have been written where open ones were in their place: what was read from
  /// there before is no longer on disk. The edits that were saved can still be undone.
  ///
  /// @param written the files as they are now, by the path they were opened with
  public void replaced(Map<Path, Instance> written) {
    replaced(written, Set.of());
  }

  /// The same, where some of the files hold another image now than before, whose edits are gone.
  ///
  /// @param others the paths of those files, as they were opened with
  public void replaced(Map<Path, Instance> written, Set<Path> others) {
    Optional<Path> looked = instance.get().map(Instance::path);
    List<Instance> onDisk =
        library.get().instances().stream()
            .filter(i -> written.containsKey(i.path()) && !others.contains(i.path()))
            .toList();
    var instances =
        library.get().instances().stream().map(i -> written.getOrDefault(i.path(), i)).toList();
    library.set(Library.of(instances, library.get().leftOut()));
    looked.ifPresent(this::selectAt);
    saved.forEach(listener -> listener.accept(Set.copyOf(written.keySet())));
    // Last, so that nobody takes what was on the disk before for the current version.
    editing.replace(history -> history.saved(onDisk).forgotten(others));
  }

  /// Closes images: they are open no more, their edits are forgotten, and nothing of them is kept
  /// in memory. Looks at another series if there is one. Who calls has asked about unsaved edits.
  public void close(Collection<Instance> images) {
    Set<Path> paths = images.stream().map(Instance::path).collect(Collectors.toSet());
    if (paths.isEmpty() || !editing.hold(paths)) {
      return;
    }
    editing.release(paths);
    Optional<Path> looked = instance.get().map(Instance::path).filter(p -> !paths.contains(p));
    Library left = library.get().without(paths);
    boolean empty = left.patients().isEmpty();
    openings.forEach(empty ? Opening::cancel : open -> open.leaveOut(paths));
    instance.set(Optional.empty());
    series.set(Optional.empty());
    library.set(empty ? Library.EMPTY : left);
    editing.replace(history -> empty ? EditHistory.EMPTY : history.forgotten(paths));
    looked.ifPresentOrElse(
        this::selectAt, () -> left.series().stream().findFirst().ifPresent(this::select));
  }

  /// Looks at the image of a file, if it is open.
  void selectAt(Path path) {
    library
        .get()
        .home(path)
        .ifPresent(
            home ->
                home.instances().stream()
                    .filter(image -> image.path().equals(path))
                    .findFirst()
                    .ifPresent(image -> select(home, image)));
  }
}
