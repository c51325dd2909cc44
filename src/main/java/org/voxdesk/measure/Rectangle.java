package org.voxdesk.measure;

import java.util.List;

/// A rectangle given by three corners in a row; the fourth lies opposite the middle one.
public record Rectangle(Point first, Point second, Point third) implements Area {
  @Override
  public Kind kind() {
    return Kind.RECTANGLE;
  }

  @Override
  public List<Point> points() {
    return List.of(first, second, third);
  }

  /// The four corners.
  @Override
  public List<Point> handles() {
    return List.of(first, second, third, fourth());
  }

  private Point fourth() {
    return second.opposite(first.middle(third));
  }

  /// Moves one corner; the corner opposite to it stays where it is, and the sides keep their
  /// directions.
  @Override
  public Rectangle withHandle(int n, Point to, Scale scale) {
    List<Point> corners = handles();
    Point fixed = corners.get((n + 2) % 4);
    Point before = corners.get((n + 3) % 4);
    Point after = corners.get((n + 1) % 4);
    double[] part = Ellipse.parts(fixed, before, after, to);
    if (Double.isNaN(part[0])) {
      // A rectangle without width has lost its directions: it gets those of the grid.
      return turned(n, new Point(to.x(), fixed.y()), to, new Point(fixed.x(), to.y()), fixed);
    }
    return turned(n, between(fixed, before, part[0]), to, between(fixed, after, part[1]), fixed);
  }

  private static Point between(Point from, Point to, double share) {
    return new Point(
        from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
  }

  /// The corners in the order they had, `moved` being number `n`.
  private static Rectangle turned(int n, Point before, Point moved, Point after, Point fixed) {
    Point[] corners = new Point[4];
    corners[(n + 3) % 4] = before;
    corners[n] = moved;
    corners[(n + 1) % 4] = after;
    corners[(n + 2) % 4] = fixed;
    return new Rectangle(corners[0], corners[1], corners[2]);
  }

  @Override
  public List<List<Point>> lines() {
    return List.of(List.of(first, second, third, fourth(), first));
  }

  @Override
  public boolean contains(Point point) {
    double[] part = Ellipse.parts(second, first, third, point);
    return part[0] >= -EDGE && part[0] <= 1 + EDGE && part[1] >= -EDGE && part[1] <= 1 + EDGE;
  }

  /// |u × v| of two neighbouring sides in units of length.
  @Override
  public double area(Scale scale) {
    double[] u = scale.way(second, first);
    double[] v = scale.way(second, third);
    return Math.abs(u[0] * v[1] - u[1] * v[0]);
  }
}
