package org.voxdesk.app.viewer;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.ColorMap;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.Window;

/// The colours from the lowest to the highest value of the window, at the right edge of the
/// picture.
final class ColorBar extends Pane {
  private static final double WIDTH = 10;
  private static final double MOST_HEIGHT = 220;
  private static final double MARGIN = 10;

  /// A bar needs this much room between the texts of the corners.
  private static final double LEAST_VIEW = 360;

  private final Rectangle outline = new Rectangle();
  private final ImageView bar = new ImageView();
  private final Label high = label();
  private final Label low = label();
  private final WritableImage image = new WritableImage(1, ColorMap.SIZE);

  /// What is painted.
  ///
  /// @param curve the window, where colours do not go evenly over its values
  record Shown(ColorMap map, boolean inverted, Optional<Window> curve) {
    static Shown of(Picture picture) {
      ViewState state = picture.state();
      return new Shown(
          state.colorMap(),
          picture.slice().inverse() != state.inverted(),
          Optional.of(state.window())
              .filter(w -> w.lut().isPresent() || w.function() == VoiFunction.SIGMOID));
    }

    /// The colour at a part of the way from the lowest value to the highest.
    int rgb(double part) {
      double brightness =
          curve.map(w -> w.brightness(w.center() + (part - 0.5) * w.width())).orElse(part);
      return map.rgb(
          (int) Math.rint((inverted ? 1 - brightness : brightness) * (ColorMap.SIZE - 1)));
    }
  }

  private Optional<Shown> drawn = Optional.empty();

  ColorBar(Services services) {
    setManaged(false);
    setMouseTransparent(true);
    setAccessibleText(services.text("viewer.colorBar"));
    bar.setImage(image);
    bar.setFitWidth(WIDTH);
    bar.setSmooth(false);
    outline.getStyleClass().add("color-bar-outline");
    getChildren().addAll(outline, bar, high, low);
    setVisible(false);
  }

  /// Shows the colours of a picture; nothing for colour images.
  void show(Optional<Picture> picture) {
    Optional<Picture> grey = picture.filter(p -> p.slice().isGrey());
    setVisible(grey.isPresent());
    grey.ifPresent(
        p -> {
          paint(Shown.of(p));
          Window window = p.state().window();
          String unit = p.slice().transform().unit();
          high.setText(number(window.center() + window.width() / 2, unit));
          low.setText(number(window.center() - window.width() / 2, unit));
        });
  }

  private static String number(double value, String unit) {
    return (NamedWindow.number(value) + " " + unit).strip();
  }

  private void paint(Shown shown) {
    if (drawn.equals(Optional.of(shown))) {
      return;
    }
    int[] column = new int[ColorMap.SIZE];
    for (int at = 0; at < column.length; at++) {
      column[at] = 0xFF000000 | shown.rgb(1 - at / (column.length - 1.0));
    }
    image
        .getPixelWriter()
        .setPixels(0, 0, 1, column.length, PixelFormat.getIntArgbInstance(), column, 0, 1);
    drawn = Optional.of(shown);
  }

  /// Takes its place at the right edge of a view of this size.
  ///
  /// @param letter how wide the orientation letter at that edge is
  void place(double width, double height, double letter) {
    resizeRelocate(0, 0, width, height);
    boolean room = height >= LEAST_VIEW && width >= LEAST_VIEW;
    getChildren().forEach(child -> child.setVisible(room));
    double length = Math.min(MOST_HEIGHT, height * 0.4);
    double top = (height - length) / 2;
    double left = width - MARGIN - WIDTH - (letter > 0 ? letter + MARGIN : 0);
    bar.setFitHeight(length);
    bar.relocate(left, top);
    outline.setX(left - 1);
    outline.setY(top - 1);
    outline.setWidth(WIDTH + 2);
    outline.setHeight(length + 2);
    high.autosize();
    low.autosize();
    high.relocate(left + WIDTH - high.getWidth(), top - high.getHeight() - 2);
    low.relocate(left + WIDTH - low.getWidth(), top + length + 2);
  }

  private static Label label() {
    Label label = new Label();
    label.getStyleClass().addAll("overlay-text", "color-bar-text");
    return label;
  }
}
