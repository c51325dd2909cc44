package org.voxdesk.app.viewer;

import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// Events of the left mouse button, or of none, that no hand has made.
final class SentMouse {
  private SentMouse() {}

  /// Sends an event.
  ///
  /// @param stage whose coordinates the point is in
  /// @param target what is told first: the stage or something on it
  /// @param still whether nothing was dragged since the button was pressed
  static void send(
      Node stage, Node target, EventType<MouseEvent> type, double x, double y, boolean still) {
    Point2D inScene = stage.localToScene(x, y);
    boolean idle = type == MouseEvent.MOUSE_MOVED || type == MouseEvent.MOUSE_EXITED;
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    // Without a source: JavaFX works out the local point once the event is on its way.
    Event.fireEvent(
        target,
        new MouseEvent(
            type,
            inScene.getX(),
            inScene.getY(),
            inScene.getX(),
            inScene.getY(),
            idle ? MouseButton.NONE : MouseButton.PRIMARY,
            idle ? 0 : 1,
            false,
            false,
            false,
            false,
            down,
            false,
            false,
            false,
            false,
            still,
            new PickResult(stage, inScene.getX(), inScene.getY())));
  }
}
