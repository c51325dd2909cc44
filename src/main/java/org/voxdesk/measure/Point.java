package org.voxdesk.measure;

/// A place in the plane that a shape lies in: on an image column and row index i, j, counted from 0
/// at the pixels' centres, fractions allowed; on a free plane the millimetres along its two axes.
public record Point(double x, double y) {
  public Point plus(double dx, double dy) {
    return new Point(x + dx, y + dy);
  }

  /// The point in the middle between this one and `other`.
  public Point middle(Point other) {
    return new Point((x + other.x) / 2, (y + other.y) / 2);
  }

  /// The point as far beyond `center` as this one is before it.
  public Point opposite(Point center) {
    return new Point(2 * center.x - x, 2 * center.y - y);
  }
}
