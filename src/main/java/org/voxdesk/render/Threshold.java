package org.voxdesk.render;

import java.util.OptionalInt;

/// Values to be marked in the picture: from `low` up to, but without, `high`.
///
/// @param stored whether both are stored values, not output units
/// @param unmarked the stored value that is never marked, for it stands for no value at all
public record Threshold(double low, double high, boolean stored, OptionalInt unmarked) {
  /// A range of stored values or of output units.
  public Threshold(double low, double high, boolean stored) {
    this(low, high, stored, OptionalInt.empty());
  }

  /// A range in output units.
  public Threshold(double low, double high) {
    this(low, high, false);
  }

  /// Everything below `limit` in output units.
  public static Threshold below(double limit) {
    return new Threshold(Double.NEGATIVE_INFINITY, limit);
  }

  /// The same without this stored value.
  public Threshold without(int storedValue) {
    return new Threshold(low, high, stored, OptionalInt.of(storedValue));
  }

  /// Whether a pixel is marked.
  public boolean contains(double storedValue, double output) {
    double value = stored ? storedValue : output;
    boolean isValue = unmarked.isEmpty() || storedValue != unmarked.getAsInt();
    return isValue && value >= low && value < high;
  }
}
