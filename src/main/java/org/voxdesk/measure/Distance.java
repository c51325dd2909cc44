package org.voxdesk.measure;

import java.util.List;

/// A straight line between two points.
public record Distance(Point from, Point to) implements Shape {
  @Override
  public Kind kind() {
    return Kind.DISTANCE;
  }

  @Override
  public List<Point> points() {
    return List.of(from, to);
  }

  @Override
  public Distance withHandle(int n, Point at, Scale scale) {
    return n == 0 ? new Distance(at, to) : new Distance(from, at);
  }

  @Override
  public List<List<Point>> lines() {
    return List.of(points());
  }

  /// √(Δx² + Δy²) in units of length.
  public double length(Scale scale) {
    return scale.length(from, to);
  }
}
