package org.voxdesk.volume;

/// One axis of the classic grid: how many samples it has and where they fall on the source axis.
///
/// The arithmetic is the recipe's to the bit: the scale is inverted rather than taken from the two
/// lengths, positions are rounded to float before they are split into index and weight.
///
/// @param source samples in the source volume
/// @param length samples on the grid
/// @param scale grid samples per source sample; 1 on an axis that is copied
/// @param folded whether weights are folded into the edge sample (x) or kept while indices are
///   clamped (y and z); the values differ in nothing but this
record ClassicAxis(int source, int length, double scale, boolean folded) {

  /// The axis that the recipe would make at `scale`, before it decides to copy.
  static ClassicAxis scaled(int source, double scale, boolean folded) {
    double exact = Math.rint(source * scale);
    return new ClassicAxis(source, (int) Math.min(exact, Integer.MAX_VALUE), scale, folded);
  }

  /// The axis that hands samples through unchanged: where the size does not change, the recipe
  /// copies and ignores the scale.
  ClassicAxis copied() {
    return new ClassicAxis(source, source, 1, folded);
  }

  boolean keepsLength() {
    return length == source;
  }

  /// Where a source index falls on the grid; the inverse of [#toSource].
  double toGrid(double index) {
    return (index + 0.5) * scale - 0.5;
  }

  /// Where a grid index falls on the source axis.
  double toSource(double index) {
    return (index + 0.5) * (1.0 / scale) - 0.5;
  }

  /// The taps of grid samples `from` to `to` - 1.
  LinearTaps taps(int from, int to) {
    LinearTaps taps = new LinearTaps(to - from);
    double inverse = 1.0 / scale;
    int last = source - 1;
    for (int d = from; d < to; d++) {
      float position = (float) ((d + 0.5) * inverse - 0.5);
      int index = (int) Math.floor(position);
      float weight = position - index;
      if (folded && (index < 0 || index >= last)) {
        weight = 0;
      }
      taps.set(
          d - from,
          Math.clamp(index, 0, last),
          Math.clamp(index + 1, 0, last),
          1f - weight,
          weight);
    }
    return taps;
  }

  /// The source sample of each grid sample by the nearest rule, which takes the lower edge.
  int nearest(int d) {
    return Math.min((int) Math.floor(d * (1.0 / scale)), source - 1);
  }
}
