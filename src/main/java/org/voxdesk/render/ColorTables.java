package org.voxdesk.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/// Makes the colour tables of [ColorMap], in the arithmetic of Matplotlib so that every byte is
/// equal: positions are multiples of 1/255, intensities are cut to bytes, not rounded.
final class ColorTables {
  private static final int LAST = ColorMap.SIZE - 1;

  private ColorTables() {}

  /// Knots of a piecewise linear channel: position and intensity in turn, both 0 to 1.
  static double[] points(double... knots) {
    return knots;
  }

  static double[] line(double from, double to) {
    return points(0, from, 1, to);
  }

  static int[] segments(double[] red, double[] green, double[] blue) {
    int[] colors = new int[ColorMap.SIZE];
    for (int n = 0; n < colors.length; n++) {
      colors[n] = rgb(linear(red, n), linear(green, n), linear(blue, n));
    }
    return colors;
  }

  static int[] functions(
      DoubleUnaryOperator red, DoubleUnaryOperator green, DoubleUnaryOperator blue) {
    int[] colors = new int[ColorMap.SIZE];
    for (int n = 0; n < colors.length; n++) {
      double x = n == LAST ? 1 : n * (1.0 / LAST);
      colors[n] = rgb(red.applyAsDouble(x), green.applyAsDouble(x), blue.applyAsDouble(x));
    }
    return colors;
  }

  static int[] reversed(int[] colors) {
    int[] reversed = new int[colors.length];
    for (int n = 0; n < colors.length; n++) {
      reversed[n] = colors[colors.length - 1 - n];
    }
    return reversed;
  }

  /// A table written as hexadecimal RRGGBB words.
  static int[] resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(ColorTables.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.strip()
          .lines()
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .mapToInt(word -> Integer.parseInt(word, 16))
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double linear(double[] knots, int n) {
    if (n == 0) {
      return knots[1];
    }
    if (n == LAST) {
      return knots[knots.length - 1];
    }
    double position = LAST * (n * (1.0 / LAST));
    int right = 2;
    while (knots[right] * LAST < position) {
      right += 2;
    }
    double from = knots[right - 2] * LAST;
    double share = (position - from) / (knots[right] * LAST - from);
    return share * (knots[right + 1] - knots[right - 1]) + knots[right - 1];
  }

  private static int rgb(double red, double green, double blue) {
    return channel(red) << 16 | channel(green) << 8 | channel(blue);
  }

  private static int channel(double intensity) {
    return (int) (Math.max(0, Math.min(1, intensity)) * LAST);
  }
}
