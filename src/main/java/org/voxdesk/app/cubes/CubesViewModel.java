package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.NoduleList;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.export.Mosaic;
import org.voxdesk.nodule.Duplicates;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.nodule.Nodules;
import org.voxdesk.task.Outcome;
import org.voxdesk.task.Task;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.Voxel;

/// The nodules of the series that is looked at, and the cube around the selected one, cut again
/// whenever something about it changes. Holds no nodes; used on the window's thread.
public final class CubesViewModel {
  static final String TITLE = "cubes.title";

  private static final List<Command> LABELS =
      List.of(
          Command.NODULE_LABEL_1,
          Command.NODULE_LABEL_2,
          Command.NODULE_LABEL_3,
          Command.NODULE_LABEL_4,
          Command.NODULE_LABEL_5,
          Command.NODULE_LABEL_6,
          Command.NODULE_LABEL_7,
          Command.NODULE_LABEL_8,
          Command.NODULE_LABEL_9);

  private final AppModel app;
  private final Services services;
  private final NextFrame frames;
  private final NoduleList list;
  private final Looking looking;
  private final CubeSettings settings;
  private final Guard guard;
  private final Preview preview;
  private final ObservableList<Nodule> nodules = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Nodule>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Map<UUID, Duplicates.Near>> duplicates =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final CoordinateEntry entry;
  private Optional<Cutting> cutting = Optional.empty();

  /// A cube that is being cut, and what it is made of.
  private record Cutting(
      Nodule nodule,
      Volume volume,
      CubeRequest request,
      GreyWindow window,
      Mosaic layout,
      Task<CubePicture> task) {
    /// Whether it will be the cube of this; what has been cancelled will not.
    boolean is(Nodule of, Volume in, CubeRequest asked, GreyWindow seen, Mosaic laid) {
      return nodule.equals(of)
          && volume.equals(in)
          && request.equals(asked)
          && window.equals(seen)
          && layout.equals(laid)
          && !task.isCancelled();
    }
  }

  /// Shows a place in the pictures of the series.
  @FunctionalInterface
  public interface Looking {
    void at(Lps point);
  }

  /// Follows the session, its nodules and its volume.
  ///
  /// @param looking shows the selected nodule where the series is looked at
  public CubesViewModel(AppModel app, Looking looking) {
    this.app = app;
    this.services = app.services();
    this.frames = new NextFrame(services.ui());
    this.list = app.nodules();
    this.looking = looking;
    this.settings = new CubeSettings(services);
    this.guard = new Guard(app, settings);
    this.preview = new Preview(app, settings);
    this.entry = new CoordinateEntry(app, this);
    list.allProperty().addListener((property, was, is) -> changed(was, is));
    list.selectedProperty().addListener((property, was, is) -> select());
    app.session().seriesProperty().addListener((property, was, is) -> list());
    app.volume().wholeProperty().addListener((property, was, is) -> cut());
    settings.modeProperty().addListener((property, was, is) -> cut());
    settings.sizeProperty().addListener((property, was, is) -> cut());
    settings.mmProperty().addListener((property, was, is) -> cut());
    settings.samplingProperty().addListener((property, was, is) -> cut());
    settings.fillProperty().addListener((property, was, is) -> cut());
    settings.duplicateMmProperty().addListener((property, was, is) -> list());
    bind(services.commands());
    list();
  }

  private void bind(Commands commands) {
    var any = selected.map(Optional::isPresent);
    commands.bind(Command.NODULE_NEXT, () -> step(1), any);
    commands.bind(Command.NODULE_PREVIOUS, () -> step(-1), any);
    commands.bind(Command.NODULE_SHOW, this::look, any);
    commands.bind(Command.NODULE_LABEL_NONE, () -> label(0), any);
    for (int at = 0; at < LABELS.size(); at++) {
      int number = at + 1;
      ObservableValue<String> name =
          settings.labelsProperty().map(all -> number <= all.size() ? all.get(number - 1) : "");
      commands.bind(
          LABELS.get(at),
          () -> label(number),
          name.flatMap(label -> any.map(is -> is && !label.isEmpty())));
      commands.bindDetail(LABELS.get(at), name);
    }
  }

  AppModel app() {
    return app;
  }

  /// Takes cubes that are cut into the frame that begins.
  NextFrame frames() {
    return frames;
  }

  CubeSettings settings() {
    return settings;
  }

  Guard guard() {
    return guard;
  }

  Preview preview() {
    return preview;
  }

  /// The nodules of the series, in the order of marking.
  public ObservableList<Nodule> nodules() {
    return nodules;
  }

  /// The nodule whose cube is shown.
  public ReadOnlyObjectProperty<Optional<Nodule>> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// The nodules that have another nearby, and which.
  ReadOnlyObjectProperty<Map<UUID, Duplicates.Near>> duplicatesProperty() {
    return duplicates.getReadOnlyProperty();
  }

  /// The cube and its mosaic; empty while there is none.
  public ReadOnlyObjectProperty<Optional<CubePicture>> pictureProperty() {
    return preview.pictureProperty();
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
    list.select(nodule);
  }

  /// Forgets a nodule.
  public void remove(Nodule nodule) {
    list.remove(nodule);
  }

  /// Calls the selected nodule by the label of this number, counted from 1; by none for 0.
  public void label(int number) {
    List<String> labels = settings.labelsProperty().get();
    if (number <= labels.size()) {
      String label = number == 0 ? "" : labels.get(number - 1);
      selected.get().ifPresent(nodule -> list.label(nodule, label));
    }
  }

  /// Selects the nodule so many places further on, around the ends.
  public void step(int places) {
    selected
        .get()
        .map(nodules::indexOf)
        .filter(at -> at >= 0)
        .ifPresent(at -> select(nodules.get(Math.floorMod(at + places, nodules.size()))));
  }

  /// Goes to the selected nodule in the pictures of the series.
  public void look() {
    selected
        .get()
        .ifPresent(
            nodule -> {
              list.select(nodule);
              looking.at(nodule.center());
            });
  }

  /// The nodule's place in voxels of the volume, while that is there.
  public Optional<Voxel> voxel(Nodule nodule) {
    return ready().map(ready -> ready.volume().geometry().index(nodule.center()));
  }

  Optional<State.Ready> ready() {
    return app.volume().wholeProperty().get() instanceof State.Ready ready
        ? Optional.of(ready)
        : Optional.empty();
  }

  private void changed(Nodules was, Nodules is) {
    boolean marked =
        is.done() > was.done() && is.steps().get(is.done() - 1).kind() == Nodules.Kind.MARK;
    if (marked && !list.here().isEmpty()) {
      // It will be selected: its cube is cut while lists and pictures take it in.
      cut(Optional.of(list.here().getLast()));
    }
    list();
    if (marked) {
      app.pageProperty().set(TITLE);
    }
  }

  private void list() {
    List<Nodule> here = list.here();
    List<Nodule> before = List.copyOf(nodules);
    if (here.size() > before.size() && here.subList(0, before.size()).equals(before)) {
      nodules.addAll(here.subList(before.size(), here.size()));
    } else if (!here.equals(before)) {
      nodules.setAll(here);
    }
    Map<UUID, Duplicates.Near> near = Duplicates.of(here, settings.duplicateMmProperty().get());
    if (!near.equals(duplicates.get())) {
      duplicates.set(near);
    }
    select();
  }

  /// Takes over the list's nodule; where that is in another series, the last one of this.
  private void select() {
    Optional<Nodule> wanted =
        list.selectedProperty()
            .get()
            .filter(nodules::contains)
            .or(() -> nodules.isEmpty() ? Optional.empty() : Optional.of(nodules.getLast()));
    if (wanted.equals(selected.get()) && pictureProperty().get().isPresent()) {
      return;
    }
    selected.set(wanted);
    cut();
  }

  /// Cuts the cube of the selected nodule.
  void cut() {
    cut(selected.get());
  }

  private void cut(Optional<Nodule> wanted) {
    String reason = whyNone(app.volume().wholeProperty().get());
    Optional<State.Ready> ready = ready();
    if (!reason.isEmpty() || ready.isEmpty() || wanted.isEmpty()) {
      cutting.ifPresent(now -> now.task().cancel());
      cutting = Optional.empty();
      preview.clear();
      message.set(reason);
      return;
    }
    Nodule nodule = wanted.get();
    CubeRequest request = settings.request(point(nodule));
    GreyWindow window = settings.windowProperty().get();
    Mosaic layout = preview.layout(request.size());
    Volume volume = ready.get().volume();
    if (cutting.filter(now -> now.is(nodule, volume, request, window, layout)).isPresent()) {
      return;
    }
    Task<CubePicture> task =
        services
            .tasks()
            .startLatest(
                this,
                services.text("task.cube"),
                progress -> {
                  Cube cube = Resampler.cube(volume, request);
                  return CubePicture.of(nodule, cube, volume.geometry(), window, layout);
                });
    cutting = Optional.of(new Cutting(nodule, volume, request, window, layout, task));
    task.whenEnded(frames, this::show);
  }

  CubePoint point(Nodule nodule) {
    return entry
        .grid(nodule, settings.modeProperty().get(), settings.mmProperty().get())
        .orElse(new CubePoint.AtLps(nodule.center()));
  }

  private void show(Outcome<CubePicture> outcome) {
    if (!(outcome instanceof Outcome.Cancelled<CubePicture>)) {
      cutting = Optional.empty();
    }
    switch (outcome) {
      case Outcome.Success<CubePicture> done -> {
        message.set("");
        preview.show(done.value());
      }
      case Outcome.Failure<CubePicture> failed -> {
        preview.clear();
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
