package org.voxdesk.measure;

/// How long a step to the next column and to the next row is. The two directions are taken to be
/// perpendicular, as Image Orientation (Patient) demands (PS3.3 C.7.6.2.1.1).
///
/// @param x from one column to the next
/// @param y from one row to the next
/// @param unit `mm`, or `px` where the image does not say how big its pixels are
public record Scale(double x, double y, String unit) {
  /// Pixels, where there are no millimetres.
  public static final Scale PIXELS = new Scale(1, 1, "px");

  /// Checks that both steps are lengths.
  ///
  /// @throws IllegalArgumentException if one is not positive
  public Scale {
    if (!(x > 0 && y > 0) || Double.isInfinite(x) || Double.isInfinite(y)) {
      throw new IllegalArgumentException("steps of " + x + " and " + y);
    }
  }

  /// Pixel Spacing, mind the order there: the first value lies between rows (PS3.3 10.7.1.3).
  ///
  /// @param columnMm millimetres from one column to the next
  /// @param rowMm millimetres from one row to the next
  public static Scale millimetres(double columnMm, double rowMm) {
    return new Scale(columnMm, rowMm, "mm");
  }

  /// The way from `from` to `to` in units of length.
  double[] way(Point from, Point to) {
    return new double[] {(to.x() - from.x()) * x, (to.y() - from.y()) * y};
  }

  /// The point reached from `from` by a way in units of length.
  Point reached(Point from, double alongX, double alongY) {
    return new Point(from.x() + alongX / x, from.y() + alongY / y);
  }

  /// The distance of two points: √(Δx² + Δy²), each difference in units of length.
  public double length(Point from, Point to) {
    double[] way = way(from, to);
    return Math.hypot(way[0], way[1]);
  }
}
