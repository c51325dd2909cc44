package org.voxdesk.measure;

import java.util.List;

/// Points at something; what it has to say is the measurement's text.
///
/// @param head where its tip is
public record Arrow(Point tail, Point head) implements Shape {
  @Override
  public Kind kind() {
    return Kind.ARROW;
  }

  @Override
  public List<Point> points() {
    return List.of(tail, head);
  }

  @Override
  public Arrow withHandle(int n, Point at, Scale scale) {
    return n == 0 ? new Arrow(at, head) : new Arrow(tail, at);
  }

  @Override
  public List<List<Point>> lines() {
    return List.of(points());
  }
}
