package org.voxdesk.sample;

import java.util.Arrays;

/// Numbers given at some heights z and interpolated smoothly between them; outside, the nearest
/// level's numbers hold.
final class Levels {
  private final double[] heights;
  private final double[][] values;

  private Levels(double[] heights, double[][] values) {
    this.heights = heights;
    this.values = values;
  }

  /// Rows of z followed by the numbers at that z, from low to high.
  static Levels of(double[]... rows) {
    double[] heights = new double[rows.length];
    double[][] values = new double[rows.length][];
    for (int n = 0; n < rows.length; n++) {
      heights[n] = rows[n][0];
      values[n] = Arrays.copyOfRange(rows[n], 1, rows[n].length);
    }
    return new Levels(heights, values);
  }

  /// The row of a level.
  static double[] at(double... zAndValues) {
    return zAndValues;
  }

  /// The numbers at height `z`, by cubic Hermite interpolation with slopes from the neighbours.
  double[] get(double z) {
    int last = heights.length - 1;
    if (z <= heights[0]) {
      return values[0].clone();
    }
    if (z >= heights[last]) {
      return values[last].clone();
    }
    int n = 0;
    while (z >= heights[n + 1]) {
      n++;
    }
    double step = heights[n + 1] - heights[n];
    double t = (z - heights[n]) / step;
    double t2 = t * t;
    double t3 = t2 * t;
    double[] out = new double[values[n].length];
    for (int v = 0; v < out.length; v++) {
      double from = values[n][v];
      double to = values[n + 1][v];
      out[v] =
          (2 * t3 - 3 * t2 + 1) * from
              + (t3 - 2 * t2 + t) * step * slope(n, v)
              + (3 * t2 - 2 * t3) * to
              + (t3 - t2) * step * slope(n + 1, v);
    }
    return out;
  }

  private double slope(int n, int v) {
    int before = Math.max(n - 1, 0);
    int after = Math.min(n + 1, heights.length - 1);
    return (values[after][v] - values[before][v]) / (heights[after] - heights[before]);
  }
}
