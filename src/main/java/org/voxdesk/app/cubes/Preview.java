package org.voxdesk.app.cubes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.export.GreyImage;
import org.voxdesk.export.Mosaic;
import org.voxdesk.task.Outcome;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// How the cube is looked at: three planes that meet in a point, the mosaic in a layout, the
/// window. Holds no nodes; used on the window's thread.
public final class Preview {
  /// A mosaic higher or wider than this many times is not looked at.
  private static final int MOST_ASKEW = 4;

  private final AppModel app;
  private final Services services;
  private final CubeSettings settings;
  private final ReadOnlyObjectWrapper<Optional<CubePicture>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<PlanePicture>> planes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Mosaic> layout = new SimpleObjectProperty<>(Mosaic.of(64));
  private Voxel point = new Voxel(0, 0, 0);

  Preview(AppModel app, CubeSettings settings) {
    this.app = app;
    this.services = app.services();
    this.settings = settings;
    layout.set(Mosaic.of(settings.sizeProperty().get()));
    settings.sizeProperty().addListener((property, was, is) -> layout.set(Mosaic.of(is)));
    layout.addListener((property, was, is) -> redraw());
    settings.windowProperty().addListener((property, was, is) -> windowed());
  }

  /// The cube and its mosaic; empty while there is none.
  ReadOnlyObjectProperty<Optional<CubePicture>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// The planes perpendicular to the cube's z, y and x edges; none while there is no cube.
  ReadOnlyObjectProperty<List<PlanePicture>> planesProperty() {
    return planes.getReadOnlyProperty();
  }

  /// Where the planes meet, in words: voxel of the cube, place in the patient, value.
  ReadOnlyStringProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// How the mosaic is laid out.
  ObjectProperty<Mosaic> layoutProperty() {
    return layout;
  }

  /// The layouts that fit so many slices: no empty row, few empty tiles, not too askew.
  static List<Mosaic> layouts(int slices) {
    List<Mosaic> fitting = new ArrayList<>();
    for (int columns = 2; columns <= slices; columns++) {
      int rows = (slices + columns - 1) / columns;
      boolean even = Math.max(rows, columns) <= MOST_ASKEW * Math.min(rows, columns);
      Mosaic one = new Mosaic(columns, rows);
      if (one.equals(Mosaic.of(slices)) || (even && columns * rows == slices)) {
        fitting.add(one);
      }
    }
    return fitting;
  }

  /// The layout to draw a cube of this size in.
  Mosaic layout(int size) {
    Mosaic wanted = layout.get();
    return layouts(size).contains(wanted) ? wanted : Mosaic.of(size);
  }

  void show(CubePicture shown) {
    Optional<CubePicture> before = picture.get();
    boolean same =
        before
            .filter(b -> b.nodule().id().equals(shown.nodule().id()))
            .filter(b -> b.nodule().center().equals(shown.nodule().center()))
            .filter(
                b -> b.cube().size() == shown.cube().size() && b.cube().mm() == shown.cube().mm())
            .filter(b -> b.cube().mode() == shown.cube().mode())
            .isPresent();
    if (!same) {
      point = shown.cube().placement().inCube();
    }
    picture.set(Optional.of(shown));
    planes();
    boolean outdated =
        !shown.window().equals(settings.windowProperty().get())
            || !shown.layout().equals(layout(shown.cube().size()));
    if (outdated) {
      redraw();
    }
  }

  void clear() {
    picture.set(Optional.empty());
    planes();
  }

  /// Lets the planes meet in another point.
  void point(Voxel at) {
    point = at;
    planes();
  }

  /// Where the planes meet, in the patient.
  Optional<Lps> lps() {
    return picture.get().map(shown -> shown.lps(point));
  }

  /// Moves the selected nodule to where the planes meet.
  void center() {
    picture.get().ifPresent(shown -> app.nodules().move(shown.nodule(), shown.lps(point)));
  }

  /// Takes the distance of two voxels as the nodule's diameter.
  void diameter(Voxel from, Voxel to) {
    picture
        .get()
        .ifPresent(
            shown ->
                app.nodules().measure(shown.nodule(), OptionalDouble.of(shown.distance(from, to))));
  }

  /// Changes the window by a drag: right is wider, down is brighter, as in the viewer.
  void dragWindow(double dx, double dy) {
    GreyWindow now = settings.windowProperty().get();
    double width = now.high() - now.low();
    double step = Math.max(0.5, width / 400);
    double center = Math.rint((now.low() + now.high()) / 2 - dy * step);
    double wider = Math.max(2, Math.rint(width + dx * step));
    settings.windowProperty().set(new GreyWindow(center - wider / 2, center + wider / 2));
  }

  private void windowed() {
    planes();
    redraw();
  }

  /// Large mosaics take a while, so they are drawn in the background.
  private void redraw() {
    Optional<CubePicture> shown = picture.get();
    if (shown.isEmpty()) {
      return;
    }
    Cube cube = shown.get().cube();
    GreyWindow window = settings.windowProperty().get();
    Mosaic tiles = layout(cube.size());
    services
        .tasks()
        .startLatest(this, services.text("task.cube"), progress -> tiles.draw(cube, window))
        .whenEnded(
            services.ui(),
            outcome -> {
              if (outcome instanceof Outcome.Success<GreyImage> drawn) {
                picture
                    .get()
                    .filter(now -> now.cube().equals(cube))
                    .ifPresent(
                        now -> picture.set(Optional.of(now.redrawn(window, tiles, drawn.value()))));
              }
            });
  }

  private void planes() {
    Optional<CubePicture> shown = picture.get();
    planes.set(
        shown
            .map(p -> PlanePicture.through(p.cube(), settings.windowProperty().get(), point))
            .orElse(List.of()));
    position.set(shown.map(this::position).orElse(""));
  }

  private String position(CubePicture shown) {
    Lps at = shown.lps(point);
    int size = shown.cube().size();
    int i = PlanePicture.inside(point.i(), size);
    int j = PlanePicture.inside(point.j(), size);
    int k = PlanePicture.inside(point.k(), size);
    String value =
        shown.cube().isValid(i, j, k)
            ? "HU " + shown.cube().value(i, j, k)
            : services.text("cubes.position.outside");
    return String.format(
            Locale.ROOT,
            "x %d  y %d  z %d  ·  LPS %s, %s, %s mm  ·  %s",
            i,
            j,
            k,
            ReadableText.tenths(at.x()),
            ReadableText.tenths(at.y()),
            ReadableText.tenths(at.z()),
            value)
        .replace('-', '−');
  }
}
