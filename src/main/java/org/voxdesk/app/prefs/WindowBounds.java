package org.voxdesk.app.prefs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;

/// Where the window was, in screen coordinates.
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
  String encode() {
    return "%s %s %s %s %s".formatted(x, y, width, height, maximized);
  }

  /// The same no larger than `screen`, and nowhere beyond its edges: the title bar, to drag it by,
  /// is at the top.
  public WindowBounds within(Rectangle2D screen) {
    double fittingWidth = Math.min(width, screen.getWidth());
    double fittingHeight = Math.min(height, screen.getHeight());
    return new WindowBounds(
        Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - fittingWidth)),
        Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - fittingHeight)),
        fittingWidth,
        fittingHeight,
        maximized);
  }

  static Optional<WindowBounds> decode(String text) {
    List<String> parts = Arrays.asList(text.split(" ", -1));
    if (parts.size() != 5) {
      return Optional.empty();
    }
    List<Double> numbers = Numbers.decode(parts.subList(0, 4));
    if (numbers.size() != 4 || numbers.get(2) <= 0 || numbers.get(3) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new WindowBounds(
            numbers.get(0),
            numbers.get(1),
            numbers.get(2),
            numbers.get(3),
            Boolean.parseBoolean(parts.get(4))));
  }
}
