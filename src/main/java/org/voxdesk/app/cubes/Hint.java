package org.voxdesk.app.cubes;

import javafx.animation.PauseTransition;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/// A sentence under a field about what was typed in it. It lies over what is below, which stays
/// where it is, and goes by itself.
final class Hint {
  private static final Duration LONG = Duration.seconds(6);
  private static final double WIDTH = 380;

  private final Node field;
  private final Tooltip words = new Tooltip();
  private final PauseTransition wait = new PauseTransition(LONG);

  Hint(Node field) {
    this.field = field;
    words.getStyleClass().add("hint");
    words.setWrapText(true);
    words.setMaxWidth(WIDTH);
    words.setAutoHide(true);
    wait.setOnFinished(event -> words.hide());
  }

  /// Says this; nothing hides what was said.
  void show(String sentence) {
    boolean seen = field.getScene() != null && field.getScene().getWindow() != null;
    if (sentence.isEmpty() || !seen) {
      words.hide();
      return;
    }
    words.setText(sentence);
    Bounds place = field.localToScreen(field.getLayoutBounds());
    if (place != null) {
      words.show(field, place.getMinX(), place.getMaxY() + 2);
      wait.playFromStart();
    }
  }
}
