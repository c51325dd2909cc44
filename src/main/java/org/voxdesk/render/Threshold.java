package org.voxdesk.render;

/// Values to be marked in the picture: from `low` up to, but without, `high`.
///
/// @param stored whether both are stored values, not output units
public record Threshold(double low, double high, boolean stored) {
  /// A range in output units.
  public Threshold(double low, double high) {
    this(low, high, false);
  }

  /// Everything below `limit` in output units.
  public static Threshold below(double limit) {
    return new Threshold(Double.NEGATIVE_INFINITY, limit);
  }

  /// Whether a pixel is marked.
  public boolean contains(double storedValue, double output) {
    double value = stored ? storedValue : output;
    return value >= low && value < high;
  }
}
