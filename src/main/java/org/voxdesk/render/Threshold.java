package org.voxdesk.render;

/// Values to be marked in the picture, in output units: from `low` up to, but without, `high`.
public record Threshold(double low, double high) {
  /// Everything below `limit`.
  public static Threshold below(double limit) {
    return new Threshold(Double.NEGATIVE_INFINITY, limit);
  }

  public boolean contains(double value) {
    return value >= low && value < high;
  }
}
