package org.voxdesk.app.viewer;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.voxdesk.app.text.ReadableText;

/// A length in the patient, drawn as long as it is on the screen; nothing where the size of pixels
/// is not known.
final class ScaleBar extends Pane {
  private static final double MOST_PIXELS = 160;
  private static final double MARGIN = 8;
  private static final double LEAST_VIEW = 240;

  /// What the text in the corners takes.
  private static final double BESIDE = 100;

  private final Region bar = new Region();
  private final Label length = new Label();
  private double pixels;

  ScaleBar() {
    setManaged(false);
    setMouseTransparent(true);
    bar.getStyleClass().add("scale-bar");
    bar.setManaged(false);
    length.getStyleClass().addAll("overlay-text", "scale-text");
    getChildren().addAll(bar, length);
    setVisible(false);
  }

  /// Measures a picture.
  void show(Optional<Picture> picture) {
    Optional<Picture> sized =
        picture.filter(
            p -> p.slice().cut().isPresent() || p.slice().described().pixelSpacing().isPresent());
    setVisible(sized.isPresent());
    sized.ifPresent(
        p -> {
          double pixelsPerMm = p.transform().scaleX() / p.shown().columnMm();
          double mm = round(MOST_PIXELS / pixelsPerMm);
          pixels = mm * pixelsPerMm;
          length.setText(
              mm >= 10
                  ? ReadableText.millimetres(mm / 10) + " cm"
                  : ReadableText.millimetres(mm) + " mm");
        });
  }

  /// The largest of 1, 2 and 5 times a power of ten that is not above `most`.
  static double round(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double first = most / power;
    return (first >= 5 ? 5 : first >= 2 ? 2 : 1) * power;
  }

  /// How much room there is left of it in a view of this width; all of it where it is not there.
  double leftOf(double width) {
    return bar.isVisible() ? bar.getLayoutX() : width;
  }

  /// How much room there is right of it and its length.
  double rightOf(double width) {
    return length.isVisible() ? width - length.getLayoutX() - length.getWidth() : width;
  }

  /// Takes its place at the lower edge of a view of this size.
  void place(double width, double height) {
    resizeRelocate(0, 0, width, height);
    length.autosize();
    double left = (width - pixels) / 2;
    boolean room = left >= BESIDE && height >= LEAST_VIEW;
    bar.setVisible(room);
    length.setVisible(room);
    double top = height - MARGIN - 26;
    bar.resizeRelocate(Math.floor(left), Math.floor(top), pixels, 6);
    length.relocate(left + pixels + 6, top - length.getHeight() / 2 + 2);
  }
}
