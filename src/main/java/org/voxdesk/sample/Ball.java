package org.voxdesk.sample;

/// A ball as a scanner sees it: every pixel holds the mean over its area and the thickness of its
/// slice, so that sums over pixels find the ball where it is and as large as it is.
///
/// @param x of its centre, as y and z in LPS millimetres
/// @param radius in millimetres
record Ball(double x, double y, double z, double radius) {
  /// Lines along the normal that a pixel is sampled with, each way; along a line the cover is
  /// exact.
  private static final int LINES = 4;

  /// How much of a pixel the ball fills, 0 to 1.
  ///
  /// @param dx from the ball's centre to that of the pixel along its row, as dy along its column
  ///   and dz along the normal, in millimetres
  /// @param pixel the width and height of the pixel
  /// @param thick the thickness of the slice
  double cover(double dx, double dy, double dz, double pixel, double thick) {
    double low = dz - thick / 2;
    double high = dz + thick / 2;
    double sum = 0;
    for (int row = 0; row < LINES; row++) {
      double py = dy + ((row + 0.5) / LINES - 0.5) * pixel;
      for (int column = 0; column < LINES; column++) {
        double px = dx + ((column + 0.5) / LINES - 0.5) * pixel;
        double height2 = radius * radius - px * px - py * py;
        if (height2 > 0) {
          double half = Math.sqrt(height2);
          sum += Math.max(0, Math.min(high, half) - Math.max(low, -half));
        }
      }
    }
    return sum / (LINES * LINES * thick);
  }
}
