package org.voxdesk.measure;

import java.util.List;
import java.util.function.UnaryOperator;

/// What is drawn to measure something. Immutable; every shape is given by points that any affine
/// map may be applied to, so that it can be carried from an image's indices to a plane and back.
public sealed interface Shape permits Distance, Angle, Bidirectional, Arrow, Area, KeyImage {
  Kind kind();

  /// The points that make it, as [Kind#of] takes them.
  List<Point> points();

  /// The points that can be taken hold of.
  default List<Point> handles() {
    return points();
  }

  /// The same shape after its handle `n` was dragged to `to`.
  Shape withHandle(int n, Point to, Scale scale);

  /// The lines that show it, each a chain of points.
  List<List<Point>> lines();

  /// The shape with every point carried elsewhere by an affine map.
  default Shape mapped(UnaryOperator<Point> map) {
    return kind().of(points().stream().map(map).toList());
  }

  /// The shape moved as a whole.
  default Shape moved(double dx, double dy) {
    return mapped(p -> p.plus(dx, dy));
  }
}
