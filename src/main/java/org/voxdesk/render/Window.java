package org.voxdesk.render;

/// A window over values in output units: its centre, and its width of at least 1.
///
/// The DICOM linear function of PS3.3 C.11.2.1.2.1, whose first grey ends half a unit below what a
/// naive division by the width gives.
public record Window(double center, double width) {
  public Window {
    if (!(width >= 1) || !Double.isFinite(width) || !Double.isFinite(center)) {
      throw new IllegalArgumentException("a window has a finite centre and a width of 1 or more");
    }
  }

  /// The window that maps `low` to black and `high` to white.
  public static Window between(double low, double high) {
    double width = Math.max(1, high - low + 1);
    return new Window(low + width / 2, width);
  }

  /// The brightness of `value`: 0 (black) to 1 (white).
  public double brightness(double value) {
    double middle = center - 0.5;
    double half = (width - 1) / 2;
    if (value <= middle - half) {
      return 0;
    }
    if (value > middle + half) {
      return 1;
    }
    return (value - middle) / (width - 1) + 0.5;
  }

  /// The nearest of the 256 places of a colour map for `value`.
  public int index(double value) {
    return (int) (brightness(value) * (ColorMap.SIZE - 1) + 0.5);
  }
}
