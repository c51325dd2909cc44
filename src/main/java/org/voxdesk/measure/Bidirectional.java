package org.voxdesk.measure;

import java.util.List;

/// Two diameters that cross at right angles, as lesions are measured (RECIST 1.1, WHO).
///
/// @param from one end of the first diameter
/// @param to its other end
/// @param left an end of the second diameter, to the left of the way from `from` to `to`
/// @param right its other end
public record Bidirectional(Point from, Point to, Point left, Point right) implements Shape {
  /// The second diameter in the middle of the first, half as long.
  static Bidirectional across(Point from, Point to, Scale scale) {
    double quarter = scale.length(from, to) / 4;
    return laid(from, to, 0.5, quarter, quarter, scale);
  }

  /// @param share where the first diameter is crossed, 0 to 1
  /// @param toLeft how far the second one reaches, in units of length
  private static Bidirectional laid(
      Point from, Point to, double share, double toLeft, double toRight, Scale scale) {
    double[] way = scale.way(from, to);
    double length = Math.hypot(way[0], way[1]);
    Point crossing = scale.reached(from, share * way[0], share * way[1]);
    if (length == 0) {
      return new Bidirectional(from, to, crossing, crossing);
    }
    double nx = way[1] / length;
    double ny = -way[0] / length;
    return new Bidirectional(
        from,
        to,
        scale.reached(crossing, nx * toLeft, ny * toLeft),
        scale.reached(crossing, -nx * toRight, -ny * toRight));
  }

  @Override
  public Kind kind() {
    return Kind.BIDIRECTIONAL;
  }

  @Override
  public List<Point> points() {
    return List.of(from, to, left, right);
  }

  /// An end of the first diameter takes the second one along; an end of the second one slides along
  /// the first. The angle between them stays right.
  @Override
  public Bidirectional withHandle(int n, Point at, Scale scale) {
    double share = along(left, scale);
    double toLeft = aside(left, scale);
    double toRight = -aside(right, scale);
    return switch (n) {
      case 0 -> laid(at, to, share, toLeft, toRight, scale);
      case 1 -> laid(from, at, share, toLeft, toRight, scale);
      case 2 -> laid(from, to, along(at, scale), Math.max(0, aside(at, scale)), toRight, scale);
      default -> laid(from, to, along(at, scale), toLeft, Math.max(0, -aside(at, scale)), scale);
    };
  }

  /// Where on the first diameter a point is nearest to it, 0 to 1.
  private double along(Point point, Scale scale) {
    double[] way = scale.way(from, to);
    double[] there = scale.way(from, point);
    double square = way[0] * way[0] + way[1] * way[1];
    return square == 0 ? 0.5 : Math.clamp((there[0] * way[0] + there[1] * way[1]) / square, 0, 1);
  }

  /// How far left of the first diameter a point is, in units of length.
  private double aside(Point point, Scale scale) {
    double[] way = scale.way(from, to);
    double[] there = scale.way(from, point);
    double length = Math.hypot(way[0], way[1]);
    return length == 0 ? 0 : (there[0] * way[1] - there[1] * way[0]) / length;
  }

  @Override
  public List<List<Point>> lines() {
    return List.of(List.of(from, to), List.of(left, right));
  }

  /// The longer of the two diameters in units of length.
  public double longer(Scale scale) {
    return Math.max(scale.length(from, to), scale.length(left, right));
  }

  /// The shorter of the two diameters in units of length.
  public double shorter(Scale scale) {
    return Math.min(scale.length(from, to), scale.length(left, right));
  }
}
