package org.voxdesk.measure;

import java.util.ArrayList;
import java.util.List;

/// A closed chain of straight lines.
///
/// @param points its corners in order, at least three, the first not repeated
public record Polygon(List<Point> points) implements Area {
  /// A copy of the list is kept.
  public Polygon {
    points = List.copyOf(points);
  }

  @Override
  public Kind kind() {
    return Kind.POLYGON;
  }

  @Override
  public Polygon withHandle(int n, Point to, Scale scale) {
    var corners = new ArrayList<>(points);
    corners.set(n, to);
    return new Polygon(corners);
  }

  @Override
  public List<List<Point>> lines() {
    var closed = new ArrayList<>(points);
    closed.add(points.getFirst());
    return List.of(closed);
  }

  /// By the even-odd rule: a ray from the point meets the edge an odd number of times.
  @Override
  public boolean contains(Point p) {
    boolean inside = false;
    for (int n = 0; n < points.size(); n++) {
      Point a = points.get(n);
      Point b = points.get((n + 1) % points.size());
      if (isOn(a, b, p)) {
        return true;
      }
      // Each line holds its upper end and not its lower one, so that no corner counts twice.
      if (a.y() > p.y() != b.y() > p.y()
          && p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y())) {
        inside = !inside;
      }
    }
    return inside;
  }

  private static boolean isOn(Point a, Point b, Point p) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double square = dx * dx + dy * dy;
    double along = (p.x() - a.x()) * dx + (p.y() - a.y()) * dy;
    double share = square == 0 ? 0 : Math.clamp(along / square, 0, 1);
    return Math.hypot(p.x() - a.x() - share * dx, p.y() - a.y() - share * dy) <= EDGE;
  }

  /// ½ |Σ (xₙ yₙ₊₁ − xₙ₊₁ yₙ)| in units of length (the shoelace formula, after Gauss). Taken from
  /// the first corner, which keeps the differences small.
  @Override
  public double area(Scale scale) {
    if (crossesItself()) {
      return Double.NaN;
    }
    double twice = 0;
    for (int n = 1; n + 1 < points.size(); n++) {
      double[] u = scale.way(points.getFirst(), points.get(n));
      double[] v = scale.way(points.getFirst(), points.get(n + 1));
      twice += u[0] * v[1] - u[1] * v[0];
    }
    return Math.abs(twice) / 2;
  }

  private boolean crossesItself() {
    int count = points.size();
    for (int n = 0; n < count; n++) {
      for (int m = n + 2; m < count; m++) {
        boolean neighbours = n == 0 && m == count - 1;
        if (!neighbours
            && cross(
                points.get(n), points.get(n + 1), points.get(m), points.get((m + 1) % count))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether each line has the ends of the other on its two sides.
  private static boolean cross(Point a, Point b, Point c, Point d) {
    return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
  }

  private static double side(Point a, Point b, Point p) {
    return Math.signum((b.x() - a.x()) * (p.y() - a.y()) - (b.y() - a.y()) * (p.x() - a.x()));
  }
}
