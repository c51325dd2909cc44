package org.voxdesk.app.control;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The dividers of split panes, which JavaFX moves by the mouse only.
public final class Dividers {
  /// Pixels a key press.
  private static final double STEP = 16;

  private Dividers() {}

  /// Lets the keys go to the dividers of `pane`, and the arrows move them.
  ///
  /// @param name what they are called
  /// @param moved told when one has been moved so
  public static void takeKeys(SplitPane pane, String name, Runnable moved) {
    pane.skinProperty()
        .addListener(
            (property, was, is) ->
                nodes(pane)
                    .forEach(
                        node -> {
                          node.setFocusTraversable(true);
                          node.setAccessibleText(name);
                          node.addEventHandler(
                              KeyEvent.KEY_PRESSED, event -> move(pane, node, event, moved));
                        }));
  }

  /// Those of `pane` itself, in order.
  private static List<Node> nodes(SplitPane pane) {
    boolean beside = pane.getOrientation() == Orientation.HORIZONTAL;
    return pane.getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains("split-pane-divider"))
        .sorted(Comparator.comparingDouble(n -> beside ? n.getLayoutX() : n.getLayoutY()))
        .toList();
  }

  private static void move(SplitPane pane, Node node, KeyEvent event, Runnable moved) {
    boolean beside = pane.getOrientation() == Orientation.HORIZONTAL;
    KeyCode back = beside ? KeyCode.LEFT : KeyCode.UP;
    KeyCode on = beside ? KeyCode.RIGHT : KeyCode.DOWN;
    if (event.getCode() == back || event.getCode() == on) {
      double length = beside ? pane.getWidth() : pane.getHeight();
      double step = (event.getCode() == on ? STEP : -STEP) / length;
      SplitPane.Divider divider = pane.getDividers().get(nodes(pane).indexOf(node));
      divider.setPosition(divider.getPosition() + step);
      moved.run();
      event.consume();
    }
  }
}
