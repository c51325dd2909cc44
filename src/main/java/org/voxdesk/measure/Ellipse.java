package org.voxdesk.measure;

import java.util.ArrayList;
import java.util.List;

/// An ellipse: every point `center + (first - center) cos t + (second - center) sin t`.
///
/// @param first where one half axis ends
/// @param second where the other one ends
public record Ellipse(Point center, Point first, Point second) implements Area {
  private static final int STEPS = 96;

  @Override
  public Kind kind() {
    return Kind.ELLIPSE;
  }

  @Override
  public List<Point> points() {
    return List.of(center, first, second);
  }

  /// The four ends of the axes.
  @Override
  public List<Point> handles() {
    return List.of(first, second, first.opposite(center), second.opposite(center));
  }

  /// Moves one end along its axis; the end opposite to it stays where it is.
  @Override
  public Ellipse withHandle(int n, Point to, Scale scale) {
    boolean onFirst = n % 2 == 0;
    Point dragged = handles().get(n);
    Point fixed = dragged.opposite(center);
    Point end = nearestOnLine(fixed, dragged, to, scale);
    Point middle = fixed.middle(end);
    double dx = middle.x() - center.x();
    double dy = middle.y() - center.y();
    Point axis = n < 2 ? end : fixed;
    return onFirst
        ? new Ellipse(middle, axis, second.plus(dx, dy))
        : new Ellipse(middle, first.plus(dx, dy), axis);
  }

  /// The point of the line through `fixed` and `through` that is nearest to `point`; `through`
  /// itself where the two are one.
  static Point nearestOnLine(Point fixed, Point through, Point point, Scale scale) {
    double[] way = scale.way(fixed, through);
    double[] there = scale.way(fixed, point);
    double square = way[0] * way[0] + way[1] * way[1];
    if (square == 0) {
      return through;
    }
    double share = (there[0] * way[0] + there[1] * way[1]) / square;
    return scale.reached(fixed, share * way[0], share * way[1]);
  }

  @Override
  public List<List<Point>> lines() {
    List<Point> edge = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      double t = 2 * Math.PI * step / STEPS;
      edge.add(
          center.plus(
              (first.x() - center.x()) * Math.cos(t) + (second.x() - center.x()) * Math.sin(t),
              (first.y() - center.y()) * Math.cos(t) + (second.y() - center.y()) * Math.sin(t)));
    }
    return List.of(edge);
  }

  /// s² + t² ≤ 1, where the way from the centre is s times the first half axis and t times the
  /// second.
  @Override
  public boolean contains(Point point) {
    double[] part = parts(center, first, second, point);
    return part[0] * part[0] + part[1] * part[1] <= 1 + EDGE;
  }

  /// The way from `origin` to `point` as so many times the ways to `a` and to `b` (Cramer's rule);
  /// nothing is inside two ways that span no area.
  static double[] parts(Point origin, Point a, Point b, Point point) {
    double ax = a.x() - origin.x();
    double ay = a.y() - origin.y();
    double bx = b.x() - origin.x();
    double by = b.y() - origin.y();
    double px = point.x() - origin.x();
    double py = point.y() - origin.y();
    double whole = ax * by - ay * bx;
    return whole == 0
        ? new double[] {Double.NaN, Double.NaN}
        : new double[] {(px * by - py * bx) / whole, (ax * py - ay * px) / whole};
  }

  /// π |a × b| of the two half axes in units of length.
  @Override
  public double area(Scale scale) {
    double[] a = scale.way(center, first);
    double[] b = scale.way(center, second);
    return Math.PI * Math.abs(a[0] * b[1] - a[1] * b[0]);
  }
}
