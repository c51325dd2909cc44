package org.voxdesk.render;

import java.util.Optional;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.pixel.VoiLut;

/// A window over values in output units: what is black, what is white and what lies between (PS3.3
/// C.11.2.1). Of a table, centre and width are those of the values that it is made for.
///
/// @param center its centre
/// @param width its width, as `function` allows: at least 1 for the linear one, else above 0
/// @param function how brightness grows across it
/// @param lut takes the place of the function; usually empty
public record Window(double center, double width, VoiFunction function, Optional<VoiLut> lut) {
  public Window {
    if (!function.allows(width) || !Double.isFinite(center)) {
      throw new IllegalArgumentException(
          "a window has a finite centre and a width that its function allows, not " + width);
    }
  }

  /// A window with this function.
  public Window(double center, double width, VoiFunction function) {
    this(center, width, function, Optional.empty());
  }

  /// A linear window (PS3.3 C.11.2.1.2.1), whose first grey ends half a unit below what a naive
  /// division by the width gives.
  public Window(double center, double width) {
    this(center, width, VoiFunction.LINEAR);
  }

  /// The window that a table makes.
  public static Window of(VoiLut lut) {
    int size = lut.table().size();
    return new Window(lut.table().first() + size / 2.0, size, VoiFunction.LINEAR, Optional.of(lut));
  }

  /// The window that maps whole number `low` to black and whole number `high` to white.
  public static Window between(double low, double high) {
    double width = Math.max(1, high - low + 1);
    return new Window(low + width / 2, width);
  }

  /// The window that maps `low` to black and `high` to white, however near they are to each other.
  public static Window exactlyBetween(double low, double high) {
    double width = high - low;
    double middle = low + width / 2;
    boolean usable = VoiFunction.LINEAR_EXACT.allows(width) && Double.isFinite(middle);
    return new Window(usable ? middle : 0, usable ? width : 1, VoiFunction.LINEAR_EXACT);
  }

  /// This window moved by `up` and widened by `more`, as far as its function allows. A table gives
  /// way to a linear window over the same values.
  public Window changed(double up, double more) {
    double least = function == VoiFunction.LINEAR ? 1 : width / 2;
    return new Window(center + up, Math.max(least, width + more), function);
  }

  /// The brightness of `value`: 0 (black) to 1 (white).
  public double brightness(double value) {
    if (lut.isPresent()) {
      return lut.get().brightness(value);
    }
    return switch (function) {
      case LINEAR -> ramp(value, center - 0.5, width - 1);
      case LINEAR_EXACT -> ramp(value, center, width);
      case SIGMOID -> 1 / (1 + Math.exp(-4 * (value - center) / width));
    };
  }

  private static double ramp(double value, double middle, double width) {
    if (value <= middle - width / 2) {
      return 0;
    }
    if (value > middle + width / 2) {
      return 1;
    }
    return (value - middle) / width + 0.5;
  }

  /// The nearest of the 256 places of a colour map for `value`.
  public int index(double value) {
    return (int) (brightness(value) * (ColorMap.SIZE - 1) + 0.5);
  }
}
