package org.voxdesk.app.viewer;

import java.nio.IntBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.render.ViewImage;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Source;

/// The black stage of a pane: the picture, the markers on it and the text over it.
final class StageView extends Pane {
  private static final double MARGIN = 8;
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final ViewerViewModel viewer;
  private final PaneViewModel pane;
  private final ImageView view = new ImageView();
  private final MarkerLayer markers;
  private final ReferenceLines lines;
  private final ColorBar colorBar;
  private final ScaleBar scaleBar = new ScaleBar();
  private final CornerText topLeft = new CornerText(Pos.TOP_LEFT);
  private final CornerText topRight = new CornerText(Pos.TOP_RIGHT);
  private final CornerText bottomLeft = new CornerText(Pos.BOTTOM_LEFT);
  private final CornerText bottomRight = new CornerText(Pos.BOTTOM_RIGHT);
  private final Label left = letter();
  private final Label right = letter();
  private final Label top = letter();
  private final Label bottom = letter();
  private final Label message = new Label();
  private final Region frame = new Region();
  private final Map<ViewImage, Shown> images = new LinkedHashMap<>();

  /// A buffer of the painter, as JavaFX sees it.
  private record Shown(PixelBuffer<IntBuffer> buffer, WritableImage image) {
    static Shown of(ViewImage pixels) {
      PixelBuffer<IntBuffer> buffer =
          new PixelBuffer<>(
              pixels.width(),
              pixels.height(),
              IntBuffer.wrap(pixels.pixels()),
              PixelFormat.getIntArgbPreInstance());
      return new Shown(buffer, new WritableImage(buffer));
    }
  }

  StageView(PaneViewModel pane, PointerViewModel pointer, List<StageLayer> layers) {
    this.pane = pane;
    this.viewer = pane.viewer();
    this.markers = new MarkerLayer(pane.viewer().app().nodules(), pane::series);
    this.lines = new ReferenceLines(pane);
    this.colorBar = new ColorBar(viewer.app().services());
    getStyleClass().add("stage");
    setId("stage");
    setMinSize(40, 40);
    setFocusTraversable(true);
    setAccessibleText(viewer.app().services().text("viewer.stage"));
    view.setMouseTransparent(true);
    message.getStyleClass().add("stage-message");
    message.setWrapText(true);
    frame.getStyleClass().add("stage-frame");
    frame.setMouseTransparent(true);
    getChildren().addAll(view, new RegionLayer(pane), lines, markers);
    getChildren().addAll(topLeft, topRight, bottomLeft, bottomRight);
    getChildren().addAll(left, right, top, bottom, colorBar, scaleBar);
    // Over the texts: what was measured has a ground of its own, and is what is looked for.
    List<Node> over = layers.stream().map(l -> l.over(pane.pictureProperty())).toList();
    getChildren().addAll(over);
    KeyPointer keys = new KeyPointer(this, pane, over);
    getChildren().addAll(message, frame, keys);
    clip();
    new StageMouse(this, pane, pointer).install();
    keys.install();
    widthProperty().addListener((property, was, is) -> resized());
    heightProperty().addListener((property, was, is) -> resized());
    density().addListener((property, was, is) -> resized());
    focusedProperty().addListener((property, was, is) -> activate(is));
    viewer.activeProperty().addListener((property, was, is) -> markActive());
    viewer.layoutProperty().addListener((property, was, is) -> markActive());
    pane.pictureProperty().addListener((property, was, is) -> show());
    pane.problemProperty().addListener((property, was, is) -> show());
    viewer.overlayProperty().addListener((property, was, is) -> show());
    session().historyProperty().addListener((property, was, is) -> show());
    markActive();
    show();
  }

  PaneViewModel pane() {
    return pane;
  }

  /// What lies over the picture ends with it.
  private void clip() {
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  /// What `action` gives while the frame that marks the active pane is not there.
  <T> T withoutFrame(Supplier<T> action) {
    frame.setVisible(false);
    try {
      return action.get();
    } finally {
      frame.setVisible(true);
    }
  }

  private void activate(boolean focused) {
    if (focused) {
      viewer.activate(pane);
    }
  }

  private void markActive() {
    frame.pseudoClassStateChanged(
        ACTIVE, viewer.active() == pane && viewer.layoutProperty().get().panes() > 1);
  }

  /// Real pixels a logical one on the screen that shows this.
  private ObservableValue<Double> density() {
    return sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::outputScaleXProperty)
        .map(Number::doubleValue)
        .orElse(1.0);
  }

  private Session session() {
    return viewer.app().session();
  }

  private void resized() {
    pane.resize(getWidth(), getHeight(), density().getValue());
  }

  private void show() {
    Optional<Picture> picture = pane.pictureProperty().get();
    view.setImage(picture.map(p -> image(p.image())).orElse(null));
    view.setFitWidth(picture.map(Picture::width).orElse(0.0));
    view.setFitHeight(picture.map(Picture::height).orElse(0.0));
    lines.show(picture);
    markers.show(picture);
    boolean text = viewer.overlayProperty().get();
    OverlayText words =
        picture.filter(p -> text).map(this::words).orElseGet(() -> unreadable(text));
    topLeft.show(words.topLeft());
    topRight.show(words.topRight());
    bottomLeft.show(words.bottomLeft());
    bottomRight.show(words.bottomRight());
    letters(picture.filter(p -> text));
    colorBar.show(picture.filter(p -> text));
    scaleBar.show(picture.filter(p -> text));
    message.setText(pane.problemProperty().get().orElse(""));
    requestLayout();
  }

  private OverlayText words(Picture picture) {
    return OverlayText.of(picture, place(), original(picture), viewer.app().services());
  }

  private OverlayText.Place place() {
    return new OverlayText.Place(
        pane.navigation().indexProperty().get() + 1,
        pane.navigation().countProperty().get(),
        pane.tiltedProperty().get().isPresent()
            ? "plane.oblique"
            : pane.contentProperty().get().nameKey());
  }

  /// Which image it is that cannot be shown, the reason for which stands in the middle.
  private OverlayText unreadable(boolean text) {
    return text
            && pane.problemProperty().get().isPresent()
            && pane.navigation().current().orElse(null) instanceof SliceSource.Frame frame
        ? OverlayText.ofUnreadable(frame.image(), place())
        : new OverlayText(List.of(), List.of(), List.of(), List.of());
  }

  private Instance original(Picture picture) {
    Instance shown = picture.slice().instance();
    return pane.series().stream()
        .flatMap(series -> series.instances().stream())
        .filter(image -> image.path().equals(shown.path()))
        .findFirst()
        .orElse(shown);
  }

  /// Pictures that are no DICOM say nothing of how the patient lies in them.
  private static boolean isOfPatient(LoadedSlice slice) {
    return slice.instance().source() != Source.PICTURE;
  }

  private void letters(Optional<Picture> picture) {
    Orientation letters =
        picture
            .map(Picture::slice)
            .filter(StageView::isOfPatient)
            .map(slice -> Orientation.of(slice, pane.turnProperty().get()))
            .orElse(Orientation.NONE);
    left.setText(letters.left());
    right.setText(letters.right());
    top.setText(letters.top());
    bottom.setText(letters.bottom());
  }

  /// The painter draws into a few buffers in turn; those of another size are not used again.
  private Image image(ViewImage pixels) {
    images.keySet().removeIf(i -> i.width() != pixels.width() || i.height() != pixels.height());
    Shown shown = images.computeIfAbsent(pixels, Shown::of);
    shown.buffer().updateBuffer(buffer -> null);
    return shown.image();
  }

  @Override
  protected void layoutChildren() {
    double w = getWidth();
    double h = getHeight();
    markers.resizeRelocate(0, 0, w, h);
    lines.resizeRelocate(0, 0, w, h);
    colorBar.place(w, h, right.isVisible() ? right.prefWidth(-1) : 0);
    scaleBar.place(w, h);
    frame.resizeRelocate(0, 0, w, h);
    double half = w / 2 - 2 * MARGIN;
    double room = (h - left.prefHeight(-1)) / 2 - MARGIN;
    List.of(topLeft, topRight).forEach(corner -> corner.place(w, h, MARGIN, half, room));
    double beside = 2 * MARGIN;
    bottomLeft.place(w, h, MARGIN, Math.min(half, scaleBar.leftOf(w) - beside), room);
    bottomRight.place(w, h, MARGIN, Math.min(half, scaleBar.rightOf(w) - beside), room);
    place(left, MARGIN, (h - left.prefHeight(-1)) / 2, half);
    place(right, w - MARGIN - right.prefWidth(-1), (h - right.prefHeight(-1)) / 2, half);
    place(top, (w - top.prefWidth(-1)) / 2, MARGIN, half);
    place(bottom, (w - bottom.prefWidth(-1)) / 2, h - MARGIN - bottom.prefHeight(-1), half);
    double messageWidth = Math.min(w - 4 * MARGIN, message.prefWidth(-1));
    double messageHeight = message.prefHeight(messageWidth);
    message.resizeRelocate(
        (w - messageWidth) / 2, (h - messageHeight) / 2, messageWidth, messageHeight);
  }

  private static double width(Region region, double most) {
    return Math.min(most, Math.ceil(region.prefWidth(-1)));
  }

  private static void place(Region region, double x, double y, double most) {
    region.resizeRelocate(Math.floor(x), Math.floor(y), width(region, most), region.prefHeight(-1));
  }

  private static Label letter() {
    Label label = new Label();
    label.getStyleClass().addAll("overlay-text", "orientation");
    // No letter has no ground either.
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.setMouseTransparent(true);
    return label;
  }
}
