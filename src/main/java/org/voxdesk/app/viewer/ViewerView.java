package org.voxdesk.app.viewer;

import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.voxdesk.app.model.Services;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// The middle column: the stage, the slider through its slices, and the controls of the threshold
/// tool while that is in hand.
public final class ViewerView extends VBox {
  private static final double CINE_FRAMES_PER_SECOND = 15;

  private final ViewerViewModel viewer;
  private final StageView stage;

  /// A view of `viewer`.
  public ViewerView(ViewerViewModel viewer) {
    this(viewer, List.of());
  }

  /// A view of `viewer` with what other screens lay over its pictures.
  public ViewerView(ViewerViewModel viewer, List<StageLayer> layers) {
    this.viewer = viewer;
    Services services = viewer.app().services();
    getStyleClass().add("viewer");
    stage = new StageView(viewer, new PointerViewModel(viewer), layers);
    VBox.setVgrow(stage, Priority.ALWAYS);
    ThresholdPanel threshold = new ThresholdPanel(viewer.threshold(), services);
    threshold.visibleProperty().bind(viewer.toolProperty().map(t -> t == Tool.THRESHOLD));
    threshold.managedProperty().bind(threshold.visibleProperty());
    getChildren().addAll(stage, slider(services), threshold);
    bindCine();
  }

  /// What belongs into the tool bar.
  public List<Node> controls() {
    return new ViewerControls(viewer, stage).nodes();
  }

  /// Gives the keys to the picture.
  public void focusStage() {
    stage.requestFocus();
  }

  /// Clicks the picture where `point` is shown, as the mouse would.
  ///
  /// @return false if there is no picture, or it does not say where it lies
  public boolean click(Lps point) {
    Optional<Picture> picture = viewer.pictureProperty().get();
    Optional<Geometry> place = picture.flatMap(p -> p.slice().place());
    if (picture.isEmpty() || place.isEmpty()) {
      return false;
    }
    Voxel voxel = place.get().index(point);
    double[] at = picture.get().screen(voxel.i(), voxel.j());
    for (EventType<MouseEvent> type :
        List.of(
            MouseEvent.MOUSE_MOVED,
            MouseEvent.MOUSE_PRESSED,
            MouseEvent.MOUSE_RELEASED,
            MouseEvent.MOUSE_CLICKED)) {
      Event.fireEvent(stage, event(type, at[0], at[1]));
    }
    return true;
  }

  private MouseEvent event(EventType<MouseEvent> type, double x, double y) {
    Point2D inScene = stage.localToScene(x, y);
    // Without a source: JavaFX works out the local point once the event is on its way to the stage.
    return new MouseEvent(
        type,
        inScene.getX(),
        inScene.getY(),
        inScene.getX(),
        inScene.getY(),
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        type == MouseEvent.MOUSE_PRESSED,
        false,
        false,
        false,
        false,
        true,
        new PickResult(stage, inScene.getX(), inScene.getY()));
  }

  private Slider slider(Services services) {
    Navigation navigation = viewer.navigation();
    Slider slider = new Slider(0, 0, 0);
    slider.getStyleClass().add("slice-slider");
    slider.setId("slices");
    slider.setAccessibleText(services.text("viewer.slices"));
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.maxProperty().bind(navigation.countProperty().map(n -> Math.max(1, n.intValue() - 1)));
    slider.disableProperty().bind(navigation.countProperty().lessThan(2));
    navigation
        .indexProperty()
        .addListener((property, was, is) -> slider.setValue(Math.max(0, is.intValue())));
    slider.valueProperty().addListener((property, was, is) -> follow(is.doubleValue()));
    return slider;
  }

  private void follow(double value) {
    int wanted = (int) Math.rint(value);
    if (wanted != viewer.navigation().indexProperty().get()) {
      viewer.navigation().go(wanted);
    }
  }

  private void bindCine() {
    Timeline timeline =
        new Timeline(
            new KeyFrame(
                Duration.seconds(1 / CINE_FRAMES_PER_SECOND), event -> viewer.navigation().play()));
    timeline.setCycleCount(Animation.INDEFINITE);
    viewer
        .navigation()
        .cineProperty()
        .addListener(
            (property, was, playing) -> {
              if (playing) {
                timeline.play();
              } else {
                timeline.stop();
              }
            });
  }
}
