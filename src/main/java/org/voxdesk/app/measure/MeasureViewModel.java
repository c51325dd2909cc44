package org.voxdesk.app.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Keeping;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.io.SidecarFiles;
import org.voxdesk.measure.Anchor;
import org.voxdesk.measure.Finding;
import org.voxdesk.measure.Findings;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.Measurements;
import org.voxdesk.measure.Plane;
import org.voxdesk.measure.Scale;
import org.voxdesk.measure.Shape;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.Series;
import org.voxdesk.task.Outcome;
import org.voxdesk.volume.Lps;

/// What is measured in everything that is open: made, changed, undone, kept, and what it comes to.
/// Holds no nodes; used on the window's thread.
public final class MeasureViewModel {
  static final String TITLE = "measure.title";
  private static final String KIND = "measure.kind";
  private static final Keeping.Words KEPT =
      new Keeping.Words(
          "task.measure.read", "task.measure.write", "measure.keptElsewhere", "measure.notKept");

  private final AppModel app;
  private final Services services;
  private final Session session;
  private final Looking looking;
  private final Homes homes;
  private final Keeping<Measurement> keeping;
  private final MeasureText text;
  private final ReadOnlyObjectWrapper<Measurements> all =
      new ReadOnlyObjectWrapper<>(Measurements.EMPTY);
  private final ObjectProperty<Kind> kind;
  private final ReadOnlyObjectWrapper<Optional<UUID>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<Measurement> listed = FXCollections.observableArrayList();
  private final Map<UUID, Found> found = new HashMap<>();
  private final ReadOnlyIntegerWrapper foundCount = new ReadOnlyIntegerWrapper();

  /// Shows what was measured.
  public interface Looking {
    /// Shows frame `frame`, counted from 0, of an image.
    void at(Series series, Instance image, int frame);

    /// Shows the plane through `point` with this normal, where a picture shows planes of that
    /// direction.
    void at(Lps point, Lps normal);
  }

  /// Numbers, and what they were found on: the data set of an image, or the pixels of a plane.
  record Found(Measurement measurement, Object source, List<Finding> findings) {
    /// Whether they are those of a measurement as it is now, on what it lies on now.
    @SuppressWarnings("ReferenceEquality") // Pixels of another plane may lie in the same memory.
    boolean isOf(Measurement now, Object on) {
      boolean isSame = source == on || (on instanceof DataSet && source.equals(on));
      return isSame && measurement.equals(now);
    }
  }

  /// Follows the session of `app`.
  ///
  /// @param looking shows what is picked from the list
  public MeasureViewModel(AppModel app, SidecarFiles<Measurement> files, Looking looking) {
    this.app = app;
    this.services = app.services();
    this.session = app.session();
    this.looking = looking;
    this.homes = new Homes(session);
    this.keeping = new Keeping<>(app, files, KEPT, this::kept);
    this.text = new MeasureText(services);
    this.kind = new SimpleObjectProperty<>(preferredKind());
    kind.addListener((property, was, is) -> services.preferences().set(KIND, is.name()));
    session.libraryProperty().addListener((property, was, is) -> forgetClosed(is));
    session.seriesProperty().addListener((property, was, is) -> look());
    session.historyProperty().addListener((property, was, is) -> findMissing());
    app.undoOrder().add(new MeasureSteps(this));
    look();
  }

  /// What has been closed is not undone unseen; it has been kept.
  private void forgetClosed(Library library) {
    Set<String> open = library.series().stream().map(Series::uid).collect(Collectors.toSet());
    keeping.only(open);
    all.set(all.get().only(open));
    Set<UUID> left =
        open.stream()
            .flatMap(uid -> all.get().of(uid).stream())
            .map(Measurement::id)
            .collect(Collectors.toSet());
    found.keySet().retainAll(left);
  }

  /// What every screen shares.
  AppModel app() {
    return app;
  }

  MeasureText text() {
    return text;
  }

  /// Everything that was measured.
  ReadOnlyObjectProperty<Measurements> allProperty() {
    return all.getReadOnlyProperty();
  }

  /// What the measure tool draws.
  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /// The measurement that keys and the list act on.
  ReadOnlyObjectProperty<Optional<UUID>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// What was measured in the series that is looked at.
  ObservableList<Measurement> listed() {
    return listed;
  }

  /// Changes whenever numbers have been found.
  ReadOnlyIntegerProperty foundProperty() {
    return foundCount.getReadOnlyProperty();
  }

  /// The ground that a slice is; empty where it belongs to nothing that is open.
  Optional<Ground> ground(LoadedSlice slice) {
    Optional<Ground> ground =
        homes.at(slice.instance().path()).flatMap(home -> Ground.of(slice, home.image()));
    ground.ifPresent(g -> keeping.read(g.seriesUid()));
    return ground;
  }

  /// Adds a measurement, or puts it in the place of the one with its id.
  void put(String seriesUid, Measurement measurement) {
    change(all.get().with(seriesUid, measurement));
  }

  /// Calls a measurement of the series that is looked at something else.
  void rename(Measurement measurement, String name) {
    seriesUid().ifPresent(uid -> put(uid, measurement.withText(name.strip())));
  }

  /// Deletes a measurement of a series.
  void delete(String seriesUid, UUID id) {
    change(all.get().without(seriesUid, id));
  }

  /// Deletes the selected measurement of the series that is looked at.
  void deleteSelected() {
    selected.get().ifPresent(id -> seriesUid().ifPresent(uid -> delete(uid, id)));
  }

  /// Selects a measurement, or none.
  void select(Optional<UUID> id) {
    selected.set(id);
  }

  /// Shows the image that a measurement of the series that is looked at is on.
  void go(Measurement measurement) {
    select(Optional.of(measurement.id()));
    switch (measurement.anchor()) {
      case Anchor.OnImage(String uid, int frame) ->
          homes.of(uid).ifPresent(home -> looking.at(home.series(), home.image(), frame));
      case Anchor.InSpace(String uid, Plane plane) ->
          looking.at(
              plane.lps(measurement.shape().points().getFirst()),
              plane.right().cross(plane.down()));
    }
  }

  void undo() {
    change(all.get().undo());
  }

  void redo() {
    change(all.get().redo());
  }

  /// Writes what has not been kept yet; blocks.
  public void finish() {
    keeping.finish();
  }

  /// The series that is looked at.
  Optional<String> seriesUid() {
    return session.seriesProperty().get().map(Series::uid);
  }

  /// What a measurement comes to on a ground that it lies on.
  List<Finding> findings(Ground ground, Measurement measurement, Shape shape) {
    Object source = source(ground);
    Found known = found.get(measurement.id());
    if (known != null && known.isOf(measurement, source)) {
      return known.findings();
    }
    List<Finding> findings = ground.findings(shape);
    found.put(measurement.id(), new Found(measurement, source, findings));
    services.ui().execute(() -> foundCount.set(foundCount.get() + 1));
    return findings;
  }

  /// What a measurement is known to come to, for the list; of something on a plane that has not
  /// been shown yet, what needs no pixels.
  List<Finding> findings(Measurement measurement) {
    Found known = found.get(measurement.id());
    if (known != null && known.measurement().equals(measurement)) {
      return known.findings();
    }
    return measurement.anchor() instanceof Anchor.InSpace
        ? Findings.of(measurement.shape(), Scale.millimetres(1, 1), Optional.empty())
        : List.of();
  }

  /// The slice that a measurement is on, counted from 1 as the list of the series has them; empty
  /// for a plane.
  Optional<String> place(Measurement measurement) {
    return measurement.anchor() instanceof Anchor.OnImage(String uid, int frame)
        ? homes
            .of(uid)
            .map(
                h ->
                    (h.series().instances().indexOf(h.image()) + 1)
                        + (frame > 0 ? "/" + (frame + 1) : ""))
        : Optional.empty();
  }

  /// Where in the order of its series the image of a measurement is; empty for a plane.
  OptionalLong order(Measurement measurement) {
    return order(measurement.anchor());
  }

  OptionalLong order(Anchor anchor) {
    if (anchor instanceof Anchor.OnImage(String uid, int frame)) {
      Optional<Homes.Home> home = homes.of(uid);
      if (home.isPresent()) {
        long at = home.get().series().instances().indexOf(home.get().image());
        return OptionalLong.of((at << Integer.SIZE) + frame);
      }
    }
    return OptionalLong.empty();
  }

  private static Object source(Ground ground) {
    LoadedSlice slice = ground.slice();
    return slice.frame().isPresent() ? slice.instance().dataSet() : slice.pixels();
  }

  /// Numbers of everything in the list that has none, or none of its image as it is now.
  private void findMissing() {
    List<Measurement> missing = listed.stream().filter(this::isMissing).toList();
    if (missing.isEmpty()) {
      return;
    }
    services
        .tasks()
        .startLatest(this, services.text("task.measure.find"), finder(missing)::run)
        .whenEnded(
            services.ui(),
            outcome -> {
              if (outcome instanceof Outcome.Success<Map<UUID, Found>> done) {
                found.putAll(done.value());
                foundCount.set(foundCount.get() + 1);
              }
            });
  }

  private boolean isMissing(Measurement measurement) {
    if (!(measurement.anchor() instanceof Anchor.OnImage image)) {
      return false;
    }
    Found known = found.get(measurement.id());
    Optional<Homes.Home> home = homes.of(image.sopInstanceUid());
    return home.isPresent()
        && (known == null || !known.isOf(measurement, homes.current(home.get()).dataSet()));
  }

  /// Finds the numbers of measurements on images as these are now.
  MeasureFinder finder(List<Measurement> measurements) {
    Map<Measurement, Homes.Home> where = new HashMap<>();
    for (Measurement measurement : measurements) {
      if (measurement.anchor() instanceof Anchor.OnImage image) {
        homes
            .of(image.sopInstanceUid())
            .ifPresent(
                home -> where.put(measurement, new Homes.Home(home.series(), homes.current(home))));
      }
    }
    return new MeasureFinder(measurements, where);
  }

  private void change(Measurements changed) {
    Measurements was = all.get();
    if (changed == was) {
      return;
    }
    all.set(changed);
    Measurements.Step step =
        changed.done() > was.done()
            ? changed.steps().get(changed.done() - 1)
            : was.steps().get(was.done() - 1);
    keeping.write(step.seriesUid(), changed.of(step.seriesUid()));
    if (selected.get().filter(id -> changed.find(step.seriesUid(), id).isEmpty()).isPresent()
        && was.find(step.seriesUid(), selected.get().get()).isPresent()) {
      selected.set(Optional.empty());
    }
    list();
  }

  /// What was measured before the file had been read comes after what is in it.
  private void kept(String seriesUid, List<Measurement> kept) {
    List<Measurement> meanwhile = all.get().of(seriesUid);
    var together = new ArrayList<>(kept);
    together.addAll(meanwhile);
    all.set(all.get().loaded(seriesUid, together));
    if (!meanwhile.isEmpty()) {
      keeping.write(seriesUid, together);
    }
    list();
  }

  private void look() {
    selected.set(Optional.empty());
    seriesUid().ifPresent(keeping::read);
    list();
  }

  private void list() {
    List<Measurement> here = seriesUid().map(uid -> all.get().of(uid)).orElse(List.of());
    if (!here.equals(listed)) {
      listed.setAll(here);
    }
    findMissing();
  }

  private Kind preferredKind() {
    return services
        .preferences()
        .get(KIND)
        .flatMap(
            name ->
                Arrays.stream(Kind.values())
                    .filter(Kind::isDrawn)
                    .filter(k -> k.name().equals(name))
                    .findFirst())
        .orElse(Kind.DISTANCE);
  }

  /// Changes whenever something is measured or undone.
  ObservableValue<Measurements> changes() {
    return all;
  }
}
