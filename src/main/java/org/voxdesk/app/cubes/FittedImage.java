package org.voxdesk.app.cubes;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.voxdesk.export.GreyImage;

/// A picture as large as its place allows, in its own proportion, with a crosshair if wanted.
final class FittedImage extends Region {
  private static final int OPAQUE = 0xff000000;

  private final ImageView view = new ImageView();
  private final Line across = new Line();
  private final Line down = new Line();
  private double proportion = 1;
  private double crossX = -1;
  private double crossY = -1;

  FittedImage() {
    getStyleClass().add("stage");
    view.setSmooth(true);
    across.getStyleClass().add("crosshair");
    down.getStyleClass().add("crosshair");
    getChildren().addAll(view, across, down);
    setMinSize(0, 0);
    noCross();
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
    noCross();
  }

  /// Marks a place, from 0 at the left and top to 1 at the right and bottom.
  void cross(double x, double y) {
    crossX = x;
    crossY = y;
    across.setVisible(true);
    down.setVisible(true);
    requestLayout();
  }

  private void noCross() {
    across.setVisible(false);
    down.setVisible(false);
  }

  private static WritableImage image(GreyImage grey) {
    byte[] pixels = grey.pixels();
    int[] argb = new int[pixels.length];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = OPAQUE | (pixels[i] & 0xff) * 0x010101;
    }
    WritableImage image = new WritableImage(grey.width(), grey.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            grey.width(),
            grey.height(),
            PixelFormat.getIntArgbInstance(),
            argb,
            0,
            grey.width());
    return image;
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

  @Override
  protected void layoutChildren() {
    double width = Math.min(getWidth(), getHeight() / proportion);
    double height = width * proportion;
    double left = Math.floor((getWidth() - width) / 2);
    double top = Math.floor((getHeight() - height) / 2);
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.relocate(left, top);
    double x = Math.floor(left + crossX * width) + 0.5;
    double y = Math.floor(top + crossY * height) + 0.5;
    place(across, left, y, left + width, y);
    place(down, x, top, x, top + height);
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
