package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Nodule;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Task;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Voxel;

/// The nodules of the series that is looked at, and the cube around the selected one, cut again
/// whenever something about it changes. Holds no nodes; used on the window's thread.
public final class CubesViewModel {
  static final String TITLE = "cubes.title";

  private final AppModel app;
  private final Services services;
  private final Session session;
  private final ObservableList<Nodule> nodules = FXCollections.observableArrayList();
  private final ObjectProperty<ResampleMode> mode =
      new SimpleObjectProperty<>(ResampleMode.PHYSICAL);
  private final ObjectProperty<Integer> size = new SimpleObjectProperty<>(64);
  private final ObjectProperty<Double> mm = new SimpleObjectProperty<>(1.0);
  private final ReadOnlyObjectWrapper<Optional<Nodule>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<CubePicture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final CoordinateEntry entry;
  private Optional<Task<CubePicture>> cutting = Optional.empty();

  /// Follows the session and its volume.
  public CubesViewModel(AppModel app) {
    this.app = app;
    this.services = app.services();
    this.session = app.session();
    this.entry = new CoordinateEntry(app, this);
    session.nodules().addListener((ListChangeListener<Nodule>) this::nodulesChanged);
    session.seriesProperty().addListener((property, was, is) -> list());
    session.noduleProperty().addListener((property, was, is) -> select());
    app.volume().stateProperty().addListener((property, was, is) -> cut());
    mode.addListener((property, was, is) -> cut());
    size.addListener((property, was, is) -> cut());
    mm.addListener((property, was, is) -> cut());
    list();
  }

  /// The nodules of the series, in the order of marking.
  public ObservableList<Nodule> nodules() {
    return nodules;
  }

  /// The nodule whose cube is shown.
  public ReadOnlyObjectProperty<Optional<Nodule>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// How the volume is resampled.
  public ObjectProperty<ResampleMode> modeProperty() {
    return mode;
  }

  /// Voxels along an edge of the cube.
  public ObjectProperty<Integer> sizeProperty() {
    return size;
  }

  /// Millimetres from voxel to voxel.
  public ObjectProperty<Double> mmProperty() {
    return mm;
  }

  /// The cube and its pictures; empty while there is none.
  public ReadOnlyObjectProperty<Optional<CubePicture>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// Why there is no cube; empty where there is one.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// Where coordinates are typed.
  public CoordinateEntry entry() {
    return entry;
  }

  /// Shows the cube of a nodule.
  public void select(Nodule nodule) {
    session.select(nodule);
  }

  /// Forgets a nodule.
  public void remove(Nodule nodule) {
    session.remove(nodule);
  }

  /// The nodule's place in voxels of the volume, while that is there.
  public Optional<Voxel> voxel(Nodule nodule) {
    return ready().map(ready -> ready.volume().geometry().index(nodule.center()));
  }

  Optional<State.Ready> ready() {
    return app.volume().stateProperty().get() instanceof State.Ready ready
        ? Optional.of(ready)
        : Optional.empty();
  }

  private void nodulesChanged(ListChangeListener.Change<? extends Nodule> change) {
    boolean marked = false;
    while (change.next()) {
      marked |= change.wasAdded();
    }
    list();
    if (marked) {
      app.pageProperty().set(TITLE);
    }
  }

  private void list() {
    List<Nodule> here = session.seriesProperty().get().map(session::nodulesOf).orElse(List.of());
    if (!here.equals(nodules)) {
      nodules.setAll(here);
    }
    select();
  }

  /// Takes over the session's nodule; where that is in another series, the last one of this.
  private void select() {
    Optional<Nodule> wanted =
        session
            .noduleProperty()
            .get()
            .filter(nodules::contains)
            .or(() -> nodules.isEmpty() ? Optional.empty() : Optional.of(nodules.getLast()));
    selected.set(wanted);
    cut();
  }

  private void cut() {
    String reason = whyNone(app.volume().stateProperty().get());
    Optional<State.Ready> ready = ready();
    if (!reason.isEmpty() || ready.isEmpty() || selected.get().isEmpty()) {
      cutting.ifPresent(Task::cancel);
      picture.set(Optional.empty());
      message.set(reason);
      return;
    }
    Nodule nodule = selected.get().get();
    CubeRequest request =
        CubeRequest.at(point(nodule)).withMode(mode.get()).withSize(size.get()).withMm(mm.get());
    Task<CubePicture> task =
        services
            .tasks()
            .startLatest(
                this,
                services.text("task.cube"),
                progress -> {
                  Cube cube = Resampler.cube(ready.get().volume(), request);
                  return CubePicture.of(nodule, cube, GreyWindow.CLASSIC);
                });
    cutting = Optional.of(task);
    task.whenEnded(services.ui(), this::show);
  }

  private CubePoint point(Nodule nodule) {
    return entry.grid(nodule, mode.get(), mm.get()).orElse(new CubePoint.AtLps(nodule.center()));
  }

  private void show(Outcome<CubePicture> outcome) {
    switch (outcome) {
      case Outcome.Success<CubePicture> done -> {
        picture.set(Optional.of(done.value()));
        message.set("");
      }
      case Outcome.Failure<CubePicture> failed -> {
        picture.set(Optional.empty());
        message.set(
            failed.cause() instanceof ExplainedException explained
                ? services.reason(explained.sentence())
                : services.text("cubes.failed", failed.cause().toString()));
      }
      case Outcome.Cancelled<CubePicture> superseded -> {}
    }
  }

  private String whyNone(State state) {
    return switch (state) {
      case State.None none -> services.text("cubes.noSeries");
      case State.Reading reading -> services.text("cubes.reading");
      case State.Impossible impossible ->
          services.text("cubes.impossible", services.reason(impossible.reason()));
      case State.Ready ready -> selected.get().isEmpty() ? services.text("cubes.noNodule") : "";
    };
  }
}
