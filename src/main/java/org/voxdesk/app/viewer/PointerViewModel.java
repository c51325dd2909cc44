package org.voxdesk.app.viewer;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.SliceValues;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;
import org.voxdesk.study.Source;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// What the mouse means over the picture: the readout under it, and what dragging, turning the
/// wheel and clicking do. Points and distances are in pixels of the view.
final class PointerViewModel {
  /// Wheel and trackpad distance that makes one slice.
  private static final double WHEEL_SLICE = 40;

  private static final double ZOOM_PER_PIXEL = 0.006;
  private static final double PIXELS_PER_SLICE = 6;

  /// Degrees.
  private static final double TILT_PER_PIXEL = 0.3;

  private final ViewerViewModel viewer;
  private final PaneViewModel pane;
  private final AppModel app;
  private final Services services;
  private final ReadOnlyStringWrapper probe = new ReadOnlyStringWrapper("");
  private Optional<double[]> at = Optional.empty();
  private double wheelRest;
  private double dragRest;

  PointerViewModel(PaneViewModel pane) {
    this.pane = pane;
    this.viewer = pane.viewer();
    this.app = viewer.app();
    this.services = app.services();
    pane.pictureProperty().addListener((property, was, is) -> read());
  }

  /// The value under the pointer, for the probe tool.
  ReadOnlyStringProperty probeProperty() {
    return probe.getReadOnlyProperty();
  }

  /// The pointer is at a point now.
  void moved(double sx, double sy) {
    at = Optional.of(new double[] {sx, sy});
    read();
  }

  /// The pointer has left the picture.
  void left() {
    at = Optional.empty();
    app.readoutProperty().set("");
    read();
  }

  /// The left button was dragged by `dx`, `dy`: right is wider and down is brighter for the window
  /// (IHE Basic Image Review), unless the user turned that round.
  void drag(double dx, double dy) {
    switch (viewer.toolProperty().get()) {
      case WINDOW, PROBE, THRESHOLD -> dragWindow(dx, dy);
      case PAN -> pan(dx, dy);
      case ZOOM -> zoom(dy);
      case SCROLL -> scroll(dy);
      case TILT -> pane.tilt(-dx * TILT_PER_PIXEL, -dy * TILT_PER_PIXEL);
      case CROSSHAIR -> at.ifPresent(p -> pointTo(p[0] + dx, p[1] + dy));
      case NODULE, MEASURE -> {}
    }
  }

  /// Moves the picture.
  void pan(double dx, double dy) {
    pane.change(s -> s.withPan(s.panX() + dx, s.panY() + dy));
  }

  /// Zooms in for a drag upwards.
  void zoom(double dy) {
    pane.change(s -> s.withZoom(s.zoom() * Math.exp(-dy * ZOOM_PER_PIXEL)));
  }

  /// The wheel turned by `delta`, up being positive: slices, or zoom about the pointer.
  void wheel(double delta, boolean zooming, double sx, double sy) {
    if (zooming) {
      double factor = Math.exp(delta * 0.004);
      pane.pictureProperty()
          .get()
          .ifPresent(p -> pane.change(s -> s.zoomedAbout(sx, sy, p.width(), p.height(), factor)));
      return;
    }
    wheelRest += delta;
    int slices = (int) (wheelRest / WHEEL_SLICE);
    wheelRest -= slices * WHEEL_SLICE;
    if (slices != 0) {
      pane.navigation().move(-slices);
    }
  }

  /// A click without dragging: marks a nodule or a place where that is the tool, or where a region
  /// begins.
  void click(double sx, double sy) {
    switch (viewer.toolProperty().get()) {
      case NODULE -> pane.pictureProperty().get().ifPresent(picture -> mark(picture, sx, sy));
      case THRESHOLD -> pane.pictureProperty().get().ifPresent(picture -> seed(picture, sx, sy));
      case CROSSHAIR -> pointTo(sx, sy);
      default -> {}
    }
  }

  /// The other panes go to the place in the patient under the point.
  void pointTo(double sx, double sy) {
    pane.pictureProperty()
        .get()
        .ifPresent(
            picture -> {
              double[] index = picture.indexAt(sx, sy);
              picture
                  .slice()
                  .place()
                  .ifPresent(place -> viewer.pointTo(place.lps(index[0], index[1], 0), pane));
            });
  }

  private void seed(Picture picture, double sx, double sy) {
    double[] index = picture.indexAt(sx, sy);
    viewer
        .threshold()
        .region()
        .seed(picture.slice(), (int) Math.rint(index[0]), (int) Math.rint(index[1]));
  }

  private void mark(Picture picture, double sx, double sy) {
    double[] index = picture.indexAt(sx, sy);
    Optional<Geometry> place = picture.slice().place();
    if (!picture.slice().contains((int) Math.rint(index[0]), (int) Math.rint(index[1]))) {
      services.notifications().warn(services.text("nodule.outside"), Optional.empty());
    } else if (place.isEmpty()) {
      services.notifications().error(services.text("nodule.nowhere"), Optional.empty());
    } else {
      app.nodules().mark(place.get().lps(index[0], index[1], 0));
    }
  }

  private void dragWindow(double dx, double dy) {
    pane.pictureProperty()
        .get()
        .filter(p -> p.slice().isGrey())
        .ifPresent(p -> pane.window(dragged(pane.stateProperty().get(), dx, dy)));
  }

  /// The wider the window, the faster it changes. A lower centre is brighter.
  private Window dragged(ViewState state, double dx, double dy) {
    Window window = state.window();
    double step = window.width() / 400;
    if (window.function() == VoiFunction.LINEAR) {
      step = Math.max(0.5, step);
    }
    double brighter =
        (viewer.downIsDarkerProperty().get() ? -dy : dy) * (state.inverted() ? -1 : 1);
    return window.changed(-brighter * step, dx * step);
  }

  private void scroll(double dy) {
    dragRest += dy;
    int slices = (int) (dragRest / PIXELS_PER_SLICE);
    dragRest -= slices * PIXELS_PER_SLICE;
    if (slices != 0) {
      pane.navigation().move(slices);
    }
  }

  private void read() {
    Optional<Picture> picture = pane.pictureProperty().get();
    probe.set("");
    if (at.isEmpty()) {
      // The readout is that of another picture.
      return;
    }
    app.readoutProperty().set("");
    if (picture.isEmpty()) {
      return;
    }
    double[] index = picture.get().indexAt(at.get()[0], at.get()[1]);
    LoadedSlice slice = picture.get().slice();
    int i = (int) Math.rint(index[0]);
    int j = (int) Math.rint(index[1]);
    if (slice.contains(i, j)) {
      String value = value(slice, i, j);
      probe.set(value);
      String voxel = voxel(slice, i, j);
      String lps =
          slice
              .place()
              .filter(place -> slice.instance().source() != Source.PICTURE)
              .map(place -> "  ·  " + millimetres(place.lps(i, j, 0)))
              .orElse("");
      app.readoutProperty().set(voxel + lps + "  ·  " + value);
    }
  }

  /// The voxel of the acquired images, also on a plane through them.
  private String voxel(LoadedSlice slice, int i, int j) {
    int k = pane.navigation().indexProperty().get();
    if (pane.navigation().current().orElse(null) instanceof SliceSource.Plane plane
        && slice.place().isPresent()) {
      Voxel at = plane.volume().geometry().index(slice.place().get().lps(i, j, 0));
      return String.format(Locale.ROOT, "i %5.1f  j %5.1f  k %5.1f", at.i(), at.j(), at.k());
    }
    return String.format(Locale.ROOT, "i %3d  j %3d  k %3d", i, j, k);
  }

  private static String value(LoadedSlice slice, int i, int j) {
    double value = slice.value(i, j);
    if (!slice.isGrey()) {
      String color = String.format(Locale.ROOT, "#%06X", (int) value);
      return slice.indices().isPresent()
          ? NamedWindow.number(slice.stored(i, j)) + "  " + color
          : color;
    }
    SliceValues values = SliceValues.of(slice).orElseThrow();
    String unit = values.unit();
    return (unit.isEmpty() ? "" : unit + " ") + NamedWindow.number(values.shown(i, j));
  }

  private static String millimetres(Lps point) {
    return String.format(
        Locale.ROOT,
        "LPS %6s %6s %6s mm",
        ReadableText.tenths(point.x()),
        ReadableText.tenths(point.y()),
        ReadableText.tenths(point.z()));
  }
}
