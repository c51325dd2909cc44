package org.voxdesk.study;

/// The arithmetic of image planes, from the numbers in the headers (PS3.3 C.7.6.2.1.1).
final class Planes {
  private Planes() {}

  /// Whether six numbers are two unit vectors at a right angle, to a hundredth.
  static boolean isRightAngled(double[] o) {
    double row = Math.sqrt(o[0] * o[0] + o[1] * o[1] + o[2] * o[2]);
    double column = Math.sqrt(o[3] * o[3] + o[4] * o[4] + o[5] * o[5]);
    double dot = o[0] * o[3] + o[1] * o[4] + o[2] * o[5];
    return Math.abs(row - 1) < 0.01 && Math.abs(column - 1) < 0.01 && Math.abs(dot) < 0.01;
  }

  /// The unit vector row × column.
  static double[] normal(double[] o) {
    double x = o[1] * o[5] - o[2] * o[4];
    double y = o[2] * o[3] - o[0] * o[5];
    double z = o[0] * o[4] - o[1] * o[3];
    double length = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / length, y / length, z / length};
  }

  /// How far a position lies along a normal, in millimetres.
  static double height(double[] p, double[] normal) {
    // The last term makes 0 of -0.
    return p[0] * normal[0] + p[1] * normal[1] + p[2] * normal[2] + 0.0;
  }

  /// The angle between two unit vectors, in degrees.
  static double degrees(double[] a, double[] b) {
    return Math.toDegrees(Math.acos(Math.clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1, 1)));
  }

  /// The patient's axis that runs most along a normal: 0, 1 or 2 for x, y or z.
  static int mainAxis(double[] normal) {
    int main = 2;
    for (int axis = 0; axis < 2; axis++) {
      if (Math.abs(normal[axis]) > Math.abs(normal[main]) + 1e-9) {
        main = axis;
      }
    }
    return main;
  }
}
