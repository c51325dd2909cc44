package org.voxdesk.app.viewer;

import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/// Hands the mouse over the stage to the view model: left drag is the tool, middle drag pans, right
/// drag zooms, the wheel goes through slices and with Ctrl zooms.
final class StageMouse {
  private static final double PROBE_DISTANCE = 16;

  private final Pane stage;
  private final ViewerViewModel viewer;
  private final PaneViewModel pane;
  private final PointerViewModel pointer;
  private final Label probe = new Label();
  private double lastX;
  private double lastY;

  StageMouse(Pane stage, PaneViewModel pane, PointerViewModel pointer) {
    this.stage = stage;
    this.pane = pane;
    this.viewer = pane.viewer();
    this.pointer = pointer;
  }

  void install() {
    probe.getStyleClass().addAll("overlay-text", "probe");
    probe.setManaged(false);
    probe.setMouseTransparent(true);
    probe.setVisible(false);
    stage.getChildren().add(probe);
    stage.setOnMousePressed(this::pressed);
    stage.setOnMouseDragged(this::dragged);
    stage.setOnMouseReleased(this::released);
    stage.setOnMouseMoved(this::moved);
    stage.setOnMouseExited(
        event -> {
          pointer.left();
          showProbe(event);
        });
    stage.setOnScroll(this::wheel);
    viewer.toolProperty().addListener((property, was, is) -> stage.setCursor(cursor(is)));
    stage.setCursor(cursor(viewer.toolProperty().get()));
  }

  private void pressed(MouseEvent event) {
    stage.requestFocus();
    viewer.activate(pane);
    remember(event);
  }

  private void dragged(MouseEvent event) {
    double dx = event.getX() - lastX;
    double dy = event.getY() - lastY;
    remember(event);
    switch (event.getButton()) {
      case PRIMARY -> pointer.drag(dx, dy);
      case MIDDLE -> pointer.pan(dx, dy);
      case SECONDARY -> pointer.zoom(dy);
      default -> {}
    }
    moved(event);
  }

  private void released(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      if (event.getClickCount() == 2 && viewer.toolProperty().get() != Tool.NODULE) {
        viewer.maximise(pane);
      } else {
        pointer.click(event.getX(), event.getY());
      }
    }
  }

  private void moved(MouseEvent event) {
    pointer.moved(event.getX(), event.getY());
    if (event.isShiftDown() && !event.isPrimaryButtonDown()) {
      pointer.pointTo(event.getX(), event.getY());
    }
    showProbe(event);
  }

  private void wheel(ScrollEvent event) {
    // What a trackpad sends after the fingers have left would run on past the wanted slice.
    // With Shift some systems turn the wheel sideways.
    double delta = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
    if (!event.isInertia() && delta != 0) {
      viewer.activate(pane);
      pointer.wheel(delta, event.isShortcutDown(), event.getX(), event.getY());
    }
    event.consume();
  }

  private void remember(MouseEvent event) {
    lastX = event.getX();
    lastY = event.getY();
  }

  private void showProbe(MouseEvent event) {
    String text = pointer.probeProperty().get();
    probe.setVisible(viewer.toolProperty().get() == Tool.PROBE && !text.isEmpty());
    probe.setText(text);
    probe.autosize();
    probe.relocate(event.getX() + PROBE_DISTANCE, event.getY() + PROBE_DISTANCE);
  }

  private static Cursor cursor(Tool tool) {
    return switch (tool) {
      case WINDOW, THRESHOLD -> Cursor.DEFAULT;
      case PAN -> Cursor.MOVE;
      case ZOOM, SCROLL -> Cursor.V_RESIZE;
      case PROBE, NODULE, CROSSHAIR, MEASURE -> Cursor.CROSSHAIR;
      case TILT -> Cursor.MOVE;
    };
  }
}
