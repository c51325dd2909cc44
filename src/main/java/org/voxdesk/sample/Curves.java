package org.voxdesk.sample;

/// Smooth curves through given points (Catmull-Rom).
final class Curves {
  private Curves() {}

  /// An open curve through points of `dimension` coordinates each, `steps` pieces between each two.
  static double[] open(double[] points, int dimension, int steps) {
    int count = points.length / dimension;
    double[] out = new double[((count - 1) * steps + 1) * dimension];
    for (int n = 0; n < count - 1; n++) {
      for (int s = 0; s < steps; s++) {
        for (int d = 0; d < dimension; d++) {
          out[(n * steps + s) * dimension + d] =
              between(
                  points[Math.max(n - 1, 0) * dimension + d],
                  points[n * dimension + d],
                  points[(n + 1) * dimension + d],
                  points[Math.min(n + 2, count - 1) * dimension + d],
                  (double) s / steps);
        }
      }
    }
    System.arraycopy(
        points, (count - 1) * dimension, out, (count - 1) * steps * dimension, dimension);
    return out;
  }

  /// A closed curve through points given as x and y in turn.
  static double[] closed(double[] points, int steps) {
    int count = points.length / 2;
    double[] out = new double[count * steps * 2];
    for (int n = 0; n < count; n++) {
      for (int s = 0; s < steps; s++) {
        for (int d = 0; d < 2; d++) {
          out[(n * steps + s) * 2 + d] =
              between(
                  points[(n + count - 1) % count * 2 + d],
                  points[n * 2 + d],
                  points[(n + 1) % count * 2 + d],
                  points[(n + 2) % count * 2 + d],
                  (double) s / steps);
        }
      }
    }
    return out;
  }

  private static double between(double p0, double p1, double p2, double p3, double t) {
    double a = 2 * p1;
    double b = p2 - p0;
    double c = 2 * p0 - 5 * p1 + 4 * p2 - p3;
    double d = 3 * p1 - p0 - 3 * p2 + p3;
    return 0.5 * (a + (b + (c + d * t) * t) * t);
  }
}
