package org.voxdesk.volume;

import java.util.Arrays;

/// Samples a line of voxel values at equal steps.
final class RowTaps {
  /// Starts this near to each other give the same samples.
  private static final double SAME = 1e-9;

  private final int[] before;
  private final int[] after;
  private final float[] weight;
  private double start = Double.NaN;
  private int from;
  private int to;
  private boolean whole;
  private boolean consecutive;

  RowTaps(int width) {
    before = new int[width];
    after = new int[width];
    weight = new float[width];
  }

  /// Forgets where the samples lie.
  void clear() {
    start = Double.NaN;
  }

  /// Lays the samples at `start`, `start` + `step` and so on of a line of `length` voxels.
  void prepare(double start, double step, int length, PlaneInterpolation how) {
    if (Math.abs(this.start - start) < SAME) {
      return;
    }
    this.start = start;
    whole = true;
    consecutive = true;
    from = before.length;
    to = 0;
    for (int at = 0; at < before.length; at++) {
      double place = how.place(start + at * step, length);
      if (!Double.isNaN(place)) {
        from = Math.min(from, at);
        to = at + 1;
        before[at] = (int) place;
        weight[at] = (float) (place - before[at]);
        after[at] = weight[at] == 0 ? before[at] : before[at] + 1;
        whole &= weight[at] == 0;
        consecutive &= at == from || before[at] == before[at - 1] + 1;
      }
    }
  }

  /// Writes the samples of `line`, NaN where they lie outside.
  void sample(float[] line, float[] out) {
    if (to == 0) {
      Arrays.fill(out, 0, before.length, Float.NaN);
      return;
    }
    Arrays.fill(out, 0, from, Float.NaN);
    Arrays.fill(out, to, before.length, Float.NaN);
    if (!whole) {
      between(line, out);
    } else if (consecutive) {
      System.arraycopy(line, before[from], out, from, to - from);
    } else {
      pick(line, out);
    }
  }

  private void pick(float[] line, float[] out) {
    for (int at = from; at < to; at++) {
      out[at] = line[before[at]];
    }
  }

  private void between(float[] line, float[] out) {
    for (int at = from; at < to; at++) {
      float low = line[before[at]];
      out[at] = low + (line[after[at]] - low) * weight[at];
    }
  }
}
