package org.voxdesk.sample;

/// The scanner's table under the patient: a thin shell filled with foam, and a mat on it.
final class Table {
  private static final int SHELL = -180;
  private static final int FOAM = -945;
  private static final int MAT = -890;
  private static final double HALF_WIDTH = 172;

  private Table() {}

  static void paint(Canvas canvas) {
    canvas.paint(lens(101, 120, 24), MAT);
    canvas.paint(lens(113.5, 152, 60), SHELL);
    canvas.paint(lens(115.5, 150, 58), FOAM);
  }

  /// The space between two bowed lines that meet at the table's edges.
  private static double[] lens(double top, double bottom, double bow) {
    int steps = 48;
    double[] polygon = new double[4 * (steps + 1)];
    for (int n = 0; n <= steps; n++) {
      double t = 2.0 * n / steps - 1;
      double x = t * HALF_WIDTH;
      int back = 2 * (2 * steps + 1 - n);
      polygon[2 * n] = x;
      polygon[2 * n + 1] = top - 12 * t * t;
      polygon[back] = x;
      polygon[back + 1] = bottom - bow * t * t;
    }
    return polygon;
  }
}
