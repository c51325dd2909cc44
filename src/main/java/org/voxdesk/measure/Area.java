package org.voxdesk.measure;

/// A shape that has an inside.
public sealed interface Area extends Shape permits Ellipse, Rectangle, Polygon {
  /// Points within this part of a pixel of the edge are on it, whatever rounding says.
  double EDGE = 1e-9;

  /// Whether a point is inside or on the edge.
  boolean contains(Point point);

  /// The area in square units of length; not a number where the edge crosses itself, which has none
  /// that everybody would agree on.
  double area(Scale scale);
}
