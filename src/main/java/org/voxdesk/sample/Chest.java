package org.voxdesk.sample;

import static org.voxdesk.sample.Levels.at;

/// The inner surface of the rib cage, on which lungs, ribs and wall muscles are laid.
///
/// One side's half section at any z is a smooth curve from the front midline round to the spine; a
/// position along it is a number from 0 (front) to 1 (spine).
final class Chest {
  private static final int STEPS = 6;
  private static final int RIGHT = -1;

  /// x and y of eleven points of the left half section, front to spine.
  private static final Levels HALF =
      Levels.of(
          at(
              -150, 8, -80, 35, -84, 67, -78, 97, -57, 120, -25, 127, 8, 120, 41, 99, 63, 70, 72,
              43, 64, 27, 44),
          at(
              -100, 8, -84, 36, -89, 69, -83, 100, -61, 124, -27, 131, 8, 124, 43, 103, 67, 74, 77,
              44, 68, 27, 47),
          at(
              -60, 8, -85, 36, -90, 69, -85, 100, -63, 124, -28, 131, 8, 124, 44, 104, 69, 75, 80,
              44, 71, 27, 49),
          at(
              -20, 8, -82, 36, -88, 68, -83, 98, -62, 121, -28, 128, 8, 122, 44, 103, 69, 74, 81,
              44, 73, 27, 51),
          at(
              20, 8, -77, 34, -83, 64, -78, 93, -59, 115, -27, 122, 8, 116, 43, 98, 67, 70, 79, 43,
              72, 27, 51),
          at(
              50, 9, -70, 30, -76, 56, -71, 82, -53, 104, -25, 112, 7, 106, 40, 90, 64, 65, 76, 42,
              70, 26, 50),
          at(
              75, 10, -58, 26, -64, 46, -60, 66, -46, 84, -22, 91, 6, 87, 34, 74, 58, 56, 70, 38,
              66, 25, 48),
          at(
              95, 12, -40, 24, -46, 38, -44, 52, -34, 64, -16, 69, 6, 67, 28, 58, 48, 44, 58, 32,
              54, 24, 40),
          at(
              110, 14, -22, 20, -26, 30, -25, 42, -18, 50, -6, 53, 10, 51, 25, 45, 36, 37, 42, 30,
              40, 25, 32),
          at(
              125, 16, -6, 19, -10, 24, -10, 32, -6, 38, 2, 41, 14, 39, 25, 36, 32, 31, 36, 28, 35,
              25, 32));

  /// How much the right side differs, so that nobody is a mirror image.
  private static final double RIGHT_WIDTH = 1.025;

  /// The dense half section on one side (+1 left, −1 right): x and y in turn.
  double[] half(int side, double z) {
    double[] points = Curves.open(HALF.get(z), 2, STEPS);
    if (side == RIGHT) {
      for (int n = 0; n < points.length; n += 2) {
        points[n] *= -RIGHT_WIDTH;
      }
    }
    return points;
  }

  /// The whole inner section, closed.
  double[] cavity(double z, double grown) {
    double[] left = offset(half(1, z), 1, grown);
    double[] right = offset(half(RIGHT, z), RIGHT, grown);
    double[] all = new double[left.length + right.length];
    System.arraycopy(left, 0, all, 0, left.length);
    for (int n = 0; n < right.length; n += 2) {
      all[left.length + n] = right[right.length - 2 - n];
      all[left.length + n + 1] = right[right.length - 1 - n];
    }
    return all;
  }

  /// The point at `along`, moved `outward` millimetres from the surface.
  double[] point(int side, double z, double along, double outward) {
    return point(half(side, z), side, along, outward);
  }

  private static double[] point(double[] half, int side, double along, double outward) {
    int last = half.length / 2 - 1;
    double position = along * last;
    int n = Math.min((int) position, last - 1);
    double part = position - n;
    double dx = half[2 * n + 2] - half[2 * n];
    double dy = half[2 * n + 3] - half[2 * n + 1];
    double away = side * outward / Math.sqrt(dx * dx + dy * dy);
    return new double[] {
      half[2 * n] + part * dx + away * dy, half[2 * n + 1] + part * dy - away * dx
    };
  }

  /// A band lying on the surface from `from` to `to` along it: a closed polygon whose inner side is
  /// `inner` millimetres out and which is `thick` millimetres thick in its middle, thin at its
  /// ends.
  double[] band(int side, double z, double from, double to, double inner, double thick) {
    double[] half = half(side, z);
    int steps = 24;
    double[] polygon = new double[4 * (steps + 1)];
    for (int n = 0; n <= steps; n++) {
      double t = (double) n / steps;
      double full = thick * Math.sqrt(Math.max(0, 4 * t * (1 - t)));
      double[] low = point(half, side, from + t * (to - from), inner);
      double[] high = point(half, side, from + t * (to - from), inner + full);
      int back = 2 * (2 * steps + 1 - n);
      polygon[2 * n] = low[0];
      polygon[2 * n + 1] = low[1];
      polygon[back] = high[0];
      polygon[back + 1] = high[1];
    }
    return polygon;
  }

  private static double[] offset(double[] half, int side, double by) {
    int last = half.length / 2 - 1;
    double[] out = new double[half.length];
    for (int n = 0; n <= last; n++) {
      int before = Math.max(n - 1, 0);
      int after = Math.min(n + 1, last);
      double dx = half[2 * after] - half[2 * before];
      double dy = half[2 * after + 1] - half[2 * before + 1];
      double length = Math.sqrt(dx * dx + dy * dy);
      out[2 * n] = half[2 * n] + side * by * dy / length;
      out[2 * n + 1] = half[2 * n + 1] - side * by * dx / length;
    }
    return out;
  }
}
