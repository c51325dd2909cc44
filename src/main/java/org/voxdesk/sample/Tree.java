package org.voxdesk.sample;

/// A tree of tubes that grows from a root until it reaches every one of a cloud of points: each
/// branch heads for the middle of its points, then splits them in two across their widest
/// direction. Radii follow from how many points a branch feeds.
final class Tree {
  private static final double TWIG_MM = 0.55;
  private static final double EXPONENT = 0.33;
  private static final double ADVANCE = 0.44;
  private static final int PIECES = 3;

  private final double[] points;
  private final Tubes.Builder vessels;
  private final Branch listener;

  /// Told of every branch: its ends as x, y, z, its direction and its radius at both ends.
  @FunctionalInterface
  interface Branch {
    void grown(int depth, double[] from, double[] to, double fromRadius, double toRadius);
  }

  /// `points` holds x, y, z in turn and is reordered.
  Tree(double[] points, Tubes.Builder vessels, Branch listener) {
    this.points = points;
    this.vessels = vessels;
    this.listener = listener;
  }

  static double radius(int count) {
    return TWIG_MM * StrictMath.pow(count, EXPONENT);
  }

  void grow(double[] root, double[] direction) {
    grow(0, points.length / 3, root, direction, radius(points.length / 3), 0);
  }

  private void grow(
      int low, int high, double[] start, double[] heading, double startRadius, int depth) {
    int count = high - low;
    double[] middle = middle(low, high);
    double share = count == 1 ? 1 : ADVANCE;
    double[] end = new double[3];
    double length2 = 0;
    for (int d = 0; d < 3; d++) {
      end[d] = start[d] + share * (middle[d] - start[d]);
      length2 += (end[d] - start[d]) * (end[d] - start[d]);
    }
    double length = Math.sqrt(length2);
    if (length < 1e-6) {
      return;
    }
    double radius = Math.min(startRadius, radius(count));
    double[] leaving = draw(start, heading, end, length, startRadius, radius);
    listener.grown(depth, start, end, startRadius, radius);
    if (count > 1) {
      int split = split(low, high, middle, leaving);
      grow(low, split, end, leaving, radius, depth + 1);
      grow(split, high, end, leaving, radius, depth + 1);
    }
  }

  /// A bent branch that leaves along `heading`; returns the direction in which it arrives.
  private double[] draw(
      double[] start, double[] heading, double[] end, double length, double r0, double r1) {
    double[] bend = new double[3];
    for (int d = 0; d < 3; d++) {
      bend[d] = 0.5 * (start[d] + end[d]) * 0.55 + 0.45 * (start[d] + 0.5 * length * heading[d]);
    }
    double[] before = start;
    double radius = Math.min(r0, r1 * 1.25);
    for (int n = 1; n <= PIECES; n++) {
      double t = (double) n / PIECES;
      double[] next = new double[3];
      for (int d = 0; d < 3; d++) {
        next[d] = (1 - t) * (1 - t) * start[d] + 2 * t * (1 - t) * bend[d] + t * t * end[d];
      }
      double r = radius + (r1 - radius) * t;
      if (r > 2.6 || !Nodules.tooClose(next[0], next[1], next[2])) {
        vessels.add(before[0], before[1], before[2], r, next[0], next[1], next[2], r);
      }
      before = next;
    }
    double[] arriving = new double[3];
    double norm = 0;
    for (int d = 0; d < 3; d++) {
      arriving[d] = end[d] - bend[d];
      norm += arriving[d] * arriving[d];
    }
    norm = Math.sqrt(Math.max(norm, 1e-12));
    for (int d = 0; d < 3; d++) {
      arriving[d] /= norm;
    }
    return arriving;
  }

  private double[] middle(int low, int high) {
    double[] sum = new double[3];
    for (int n = low; n < high; n++) {
      for (int d = 0; d < 3; d++) {
        sum[d] += points[3 * n + d];
      }
    }
    for (int d = 0; d < 3; d++) {
      sum[d] /= high - low;
    }
    return sum;
  }

  /// Sorts the points to the two sides of a plane that contains `along`; both sides get some.
  private int split(int low, int high, double[] middle, double[] along) {
    double[] axis = widest(low, high, middle, along);
    int left = low;
    int right = high - 1;
    while (left <= right) {
      if (side(left, middle, axis) < 0) {
        left++;
      } else {
        swap(left, right--);
      }
    }
    return left == low || left == high ? (low + high) / 2 : left;
  }

  private double side(int n, double[] middle, double[] axis) {
    double dot = 0;
    for (int d = 0; d < 3; d++) {
      dot += (points[3 * n + d] - middle[d]) * axis[d];
    }
    return dot;
  }

  private void swap(int a, int b) {
    for (int d = 0; d < 3; d++) {
      double kept = points[3 * a + d];
      points[3 * a + d] = points[3 * b + d];
      points[3 * b + d] = kept;
    }
  }

  /// The direction across `along` in which the points spread most, by power iteration.
  private double[] widest(int low, int high, double[] middle, double[] along) {
    double[] c = new double[9];
    for (int n = low; n < high; n++) {
      double dot = side(n, middle, along);
      for (int a = 0; a < 3; a++) {
        double pa = points[3 * n + a] - middle[a] - dot * along[a];
        for (int b = 0; b < 3; b++) {
          c[3 * a + b] += pa * (points[3 * n + b] - middle[b] - dot * along[b]);
        }
      }
    }
    double[] v = {0.61, 0.53, 0.59};
    for (int round = 0; round < 12; round++) {
      double x = c[0] * v[0] + c[1] * v[1] + c[2] * v[2];
      double y = c[3] * v[0] + c[4] * v[1] + c[5] * v[2];
      double z = c[6] * v[0] + c[7] * v[1] + c[8] * v[2];
      double norm = Math.sqrt(x * x + y * y + z * z);
      if (norm < 1e-12) {
        break;
      }
      v[0] = x / norm;
      v[1] = y / norm;
      v[2] = z / norm;
    }
    return v;
  }
}
