package org.voxdesk.app.prefs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the window was, in screen coordinates.
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {
  String encode() {
    return "%s %s %s %s %s".formatted(x, y, width, height, maximized);
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
