package org.voxdesk.measure;

import java.util.List;

/// Marks the whole image as one to come back to; why is the measurement's text.
public record KeyImage() implements Shape {
  @Override
  public Kind kind() {
    return Kind.KEY_IMAGE;
  }

  @Override
  public List<Point> points() {
    return List.of();
  }

  @Override
  public KeyImage withHandle(int n, Point to, Scale scale) {
    return this;
  }

  @Override
  public List<List<Point>> lines() {
    return List.of();
  }
}
