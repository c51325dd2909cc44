package org.voxdesk.app.viewer;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/// The text in a corner of a picture. Long lines are wrapped, for half a number would be a wrong
/// one; where the picture is small, the last lines give way.
final class CornerText extends VBox {
  /// Where not even a short word fits, in logical pixels.
  private static final double LEAST_WIDTH = 40;

  private final Pos corner;

  CornerText(Pos corner) {
    this.corner = corner;
    setAlignment(corner.getHpos() == HPos.LEFT ? Pos.TOP_LEFT : Pos.TOP_RIGHT);
    setMouseTransparent(true);
  }

  void show(List<String> lines) {
    getChildren().setAll(lines.stream().map(this::label).toList());
  }

  private Label label(String line) {
    Label label = new Label(line);
    label.getStyleClass().add("overlay-text");
    label.setWrapText(true);
    // At fractional scales the box may be a part of a pixel too low; a line must not pay for it.
    label.setMinHeight(USE_PREF_SIZE);
    label.setTextAlignment(
        corner.getHpos() == HPos.LEFT ? TextAlignment.LEFT : TextAlignment.RIGHT);
    return label;
  }

  /// Lays the text into its corner of a picture of `w` × `h`.
  ///
  /// @param margin what is left free at the edges
  /// @param most how wide the text may be
  /// @param room how high it may be
  void place(double w, double h, double margin, double most, double room) {
    double wanted =
        Math.ceil(getChildren().stream().mapToDouble(line -> line.prefWidth(-1)).max().orElse(0));
    double width = snapSizeX(Math.max(0, Math.min(most, wanted)));
    double height = 0;
    boolean fits = width >= Math.min(LEAST_WIDTH, wanted);
    for (Node line : getChildren()) {
      double next = height + snapSizeY(line.prefHeight(width));
      fits = fits && next <= room;
      line.setVisible(fits);
      // The box would take from those that fit the height of those that do not.
      line.setManaged(fits);
      height = fits ? next : height;
    }
    double x = corner.getHpos() == HPos.LEFT ? margin : w - margin - width;
    double y = corner.getVpos() == VPos.TOP ? margin : h - margin - height;
    resizeRelocate(Math.floor(x), Math.floor(y), width, snapSizeY(height));
  }
}
