package org.voxdesk.volume;

import java.util.function.IntToDoubleFunction;

/// One place on an axis as a weighted sum of neighbouring samples: sample `first` + n has weight
/// `weights[n]`. The weights add up to 1, and their centre of gravity is the place itself, so that
/// constants and linear ramps come out exactly, at the ends of the axis and where samples are
/// unevenly spaced, too.
///
/// @param first the lowest sample used
/// @param weights shared, not to be written to
@SuppressWarnings("ArrayRecordComponent")
record AxisTap(int first, float[] weights) {
  /// One past the highest sample used.
  int end() {
    return first + weights.length;
  }

  /// The sum at `place`, an index between 0 and `length` - 1.
  ///
  /// @param positions where the samples lie, in millimetres, ascending
  /// @param mm the wanted distance of samples, in millimetres
  static AxisTap of(
      double place, int length, IntToDoubleFunction positions, double mm, Sampling sampling) {
    int below = (int) place;
    double t = place - below;
    if (sampling.antiAlias() && length > 1) {
      int near = Math.min(below, length - 2);
      double spacing = positions.applyAsDouble(near + 1) - positions.applyAsDouble(near);
      if (mm > spacing) {
        double at = positions.applyAsDouble(near) + (place - near) * spacing;
        return averaged(at, below, length, positions, mm);
      }
    }
    if (t == 0) {
      return new AxisTap(below, new float[] {1});
    }
    return sampling.kernel() == Sampling.Kernel.CUBIC
        ? cubic(below, t, length, positions)
        : new AxisTap(below, new float[] {(float) (1 - t), (float) t});
  }

  /// Weights that fall linearly to 0 at `mm` from `at`, times each sample's share of the axis, then
  /// tilted until the centre of gravity is `at`.
  private static AxisTap averaged(
      double at, int below, int length, IntToDoubleFunction positions, double mm) {
    int first = below;
    while (first > 0 && at - positions.applyAsDouble(first - 1) < mm) {
      first--;
    }
    int end = below + 1;
    while (end < length && positions.applyAsDouble(end) - at < mm) {
      end++;
    }
    double[] weights = new double[end - first];
    double zeroth = 0;
    double firstMoment = 0;
    double second = 0;
    for (int n = 0; n < weights.length; n++) {
      double off = positions.applyAsDouble(first + n) - at;
      double low = positions.applyAsDouble(Math.max(first + n - 1, 0));
      double high = positions.applyAsDouble(Math.min(first + n + 1, length - 1));
      weights[n] = Math.max(0, 1 - Math.abs(off) / mm) * (high - low);
      zeroth += weights[n];
      firstMoment += weights[n] * off;
      second += weights[n] * off * off;
    }
    double tilt = second > 0 ? -firstMoment / second : 0;
    double scale = 1 / (zeroth + tilt * firstMoment);
    float[] tilted = new float[weights.length];
    for (int n = 0; n < weights.length; n++) {
      double off = positions.applyAsDouble(first + n) - at;
      tilted[n] = (float) (weights[n] * (1 + tilt * off) * scale);
    }
    return new AxisTap(first, tilted);
  }

  private static AxisTap cubic(int below, double t, int length, IntToDoubleFunction positions) {
    double gap = positions.applyAsDouble(below + 1) - positions.applyAsDouble(below);
    double[] weights = new double[4];
    double rest = 1 - t;
    weights[1] = (1 + 2 * t) * rest * rest;
    weights[2] = t * t * (3 - 2 * t);
    slope(weights, 1, below, t * rest * rest * gap, length, positions);
    slope(weights, 2, below + 1, -t * t * rest * gap, length, positions);
    int from = below == 0 ? 1 : 0;
    int to = below + 2 == length ? 3 : 4;
    float[] used = new float[to - from];
    for (int n = from; n < to; n++) {
      used[n - from] = (float) weights[n];
    }
    return new AxisTap(below - 1 + from, used);
  }

  /// Adds `factor` times the slope at sample `k`, whose weight is `weights[at]`.
  private static void slope(
      double[] weights, int at, int k, double factor, int length, IntToDoubleFunction positions) {
    boolean hasLower = k > 0;
    boolean hasUpper = k < length - 1;
    double lower = hasLower ? positions.applyAsDouble(k) - positions.applyAsDouble(k - 1) : 0;
    double upper = hasUpper ? positions.applyAsDouble(k + 1) - positions.applyAsDouble(k) : 0;
    double lowerShare = hasUpper ? upper / (lower + upper) : 1;
    if (hasLower) {
      double part = factor * lowerShare / lower;
      weights[at] += part;
      weights[at - 1] -= part;
    }
    if (hasUpper) {
      double part = factor * (hasLower ? 1 - lowerShare : 1) / upper;
      weights[at + 1] += part;
      weights[at] -= part;
    }
  }
}
