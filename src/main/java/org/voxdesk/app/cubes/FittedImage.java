package org.voxdesk.app.cubes;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Line;
import org.voxdesk.export.GreyImage;

/// A picture as large as its place allows, in its own proportion, with a crosshair, a circle and a
/// line over it if wanted. Places in it are 0 at the left and top to 1 at the right and bottom.
final class FittedImage extends Region {
  private static final int OPAQUE = 0xff000000;

  private final ImageView view = new ImageView();
  private final Line across = new Line();
  private final Line down = new Line();
  private final Ellipse circle = new Ellipse();
  private final Line ruler = new Line();
  private double proportion = 1;
  private double[] cross = {0, 0};
  private double[] ball = {0, 0, 0, 0};
  private double[] measured = {0, 0, 0, 0};

  FittedImage() {
    getStyleClass().add("stage");
    view.setSmooth(true);
    across.getStyleClass().add("crosshair");
    down.getStyleClass().add("crosshair");
    circle.getStyleClass().add("nodule");
    circle.setMouseTransparent(true);
    ruler.getStyleClass().add("measure-line");
    getChildren().addAll(view, across, down, circle, ruler);
    setMinSize(0, 0);
    noMarks();
  }

  /// Shows `image`, whose height is `proportion` times its width in millimetres.
  void show(GreyImage image, double proportion) {
    this.proportion = proportion * image.height() / image.width();
    view.setImage(image(image));
    requestLayout();
  }

  /// Shows nothing.
  void clear() {
    view.setImage(null);
    noMarks();
  }

  private void noMarks() {
    across.setVisible(false);
    down.setVisible(false);
    circle.setVisible(false);
    ruler.setVisible(false);
  }

  /// Marks a place.
  void cross(double x, double y) {
    cross = new double[] {x, y};
    across.setVisible(true);
    down.setVisible(true);
    requestLayout();
  }

  /// Draws a circle with these radii; none of a radius of 0.
  void circle(double x, double y, double radiusX, double radiusY) {
    ball = new double[] {x, y, radiusX, radiusY};
    circle.setVisible(radiusX > 0);
    requestLayout();
  }

  /// Draws a line.
  void ruler(double[] from, double[] to) {
    measured = new double[] {from[0], from[1], to[0], to[1]};
    ruler.setVisible(true);
    requestLayout();
  }

  void noRuler() {
    ruler.setVisible(false);
  }

  /// The place in the picture under a point of this region; beyond 0 and 1 outside of it.
  double[] place(double sx, double sy) {
    double[] box = box();
    return new double[] {(sx - box[0]) / box[2], (sy - box[1]) / box[3]};
  }

  /// How far two places of the picture are from each other in this region.
  double distance(double[] from, double[] to) {
    double[] box = box();
    return Math.hypot((to[0] - from[0]) * box[2], (to[1] - from[1]) * box[3]);
  }

  private static WritableImage image(GreyImage grey) {
    byte[] pixels = grey.pixels();
    int[] argb = new int[pixels.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = OPAQUE | (pixels[i] & 0xff) * 0x010101;
    }
    return new WritableImage(
        new PixelBuffer<>(
            grey.width(),
            grey.height(),
            IntBuffer.wrap(argb),
            PixelFormat.getIntArgbPreInstance()));
  }

  /// It takes the room it is given and asks for none.
  @Override
  protected double computePrefWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 0;
  }

  /// Left, top, width and height of the picture.
  private double[] box() {
    double width = Math.max(1, Math.min(getWidth(), getHeight() / proportion));
    double height = width * proportion;
    return new double[] {
      Math.floor((getWidth() - width) / 2), Math.floor((getHeight() - height) / 2), width, height
    };
  }

  @Override
  protected void layoutChildren() {
    double[] box = box();
    view.setFitWidth(box[2]);
    view.setFitHeight(box[3]);
    view.relocate(box[0], box[1]);
    double x = Math.floor(box[0] + cross[0] * box[2]) + 0.5;
    double y = Math.floor(box[1] + cross[1] * box[3]) + 0.5;
    place(across, box[0], y, box[0] + box[2], y);
    place(down, x, box[1], x, box[1] + box[3]);
    circle.setCenterX(box[0] + ball[0] * box[2]);
    circle.setCenterY(box[1] + ball[1] * box[3]);
    circle.setRadiusX(ball[2] * box[2]);
    circle.setRadiusY(ball[3] * box[3]);
    place(
        ruler,
        box[0] + measured[0] * box[2],
        box[1] + measured[1] * box[3],
        box[0] + measured[2] * box[2],
        box[1] + measured[3] * box[3]);
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
