package org.voxdesk.measure;

import java.util.List;

/// The angle between the ways from a vertex to two points.
public record Angle(Point first, Point vertex, Point second) implements Shape {
  @Override
  public Kind kind() {
    return Kind.ANGLE;
  }

  @Override
  public List<Point> points() {
    return List.of(first, vertex, second);
  }

  @Override
  public Angle withHandle(int n, Point at, Scale scale) {
    return switch (n) {
      case 0 -> new Angle(at, vertex, second);
      case 1 -> new Angle(first, at, second);
      default -> new Angle(first, vertex, at);
    };
  }

  @Override
  public List<List<Point>> lines() {
    return List.of(points());
  }

  /// 0 to 180 degrees: atan2(|u × v|, u · v) of the two ways in units of length, so that it is true
  /// where pixels are not square, and exact for small and for flat angles, which the arc cosine is
  /// not. Not a number where a way has no length.
  public double degrees(Scale scale) {
    double[] u = scale.way(vertex, first);
    double[] v = scale.way(vertex, second);
    if (Math.hypot(u[0], u[1]) == 0 || Math.hypot(v[0], v[1]) == 0) {
      return Double.NaN;
    }
    double cross = Math.abs(u[0] * v[1] - u[1] * v[0]);
    return Math.toDegrees(Math.atan2(cross, u[0] * v[0] + u[1] * v[1]));
  }
}
