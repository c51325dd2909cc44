package org.voxdesk.app.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.measure.Arrow;
import org.voxdesk.measure.Distance;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.Point;
import org.voxdesk.measure.Polygon;
import org.voxdesk.measure.Shape;

/// What is under way on one stage: points that are being shown for something new, or something that
/// is being dragged. Each point may be shown by a click, or two by one drag. Immutable.
///
/// @param ground what it is drawn on
/// @param kind what it will be
/// @param shown the points that were shown
/// @param live where the pointer is
/// @param changing what is dragged; empty while something new is drawn
record Drawing(
    Ground ground, Kind kind, List<Point> shown, Point live, Optional<Changing> changing) {
  /// Corners of a polygon end it when they are shown this near to its first one, in screen pixels.
  static final double CLOSING = 8;

  Drawing {
    shown = List.copyOf(shown);
  }

  /// Something that is dragged.
  ///
  /// @param was as it was when it was taken hold of
  /// @param shape its shape on the ground then
  /// @param handle the handle that is dragged; -1 for the whole
  record Changing(Measurement was, Shape shape, int handle) {}

  /// Something new that begins at a point.
  static Drawing begun(Ground ground, Kind kind, Point at) {
    return new Drawing(ground, kind, List.of(at), at, Optional.empty());
  }

  /// Something that is taken hold of at a point.
  static Drawing held(Ground ground, Measurement was, Shape shape, int handle, Point at) {
    return new Drawing(
        ground, shape.kind(), List.of(at), at, Optional.of(new Changing(was, shape, handle)));
  }

  /// The pointer is elsewhere.
  Drawing at(Point point) {
    return new Drawing(ground, kind, shown, point, changing);
  }

  /// One more point is shown.
  Drawing with(Point point) {
    List<Point> more = new ArrayList<>(shown);
    more.add(point);
    return new Drawing(ground, kind, more, point, changing);
  }

  /// Whether all points are shown.
  boolean isComplete() {
    return changing.isEmpty() && !kind.isOpen() && shown.size() == kind.clicks();
  }

  /// Whether it can be ended where it is.
  boolean canEnd() {
    return kind.isOpen() && shown.size() >= kind.clicks();
  }

  /// What is to be seen: the shape as it would be if the pointer's place were the next point.
  Shape shape() {
    if (changing.isPresent()) {
      return changed(changing.get());
    }
    List<Point> points = new ArrayList<>(shown);
    if (!isComplete()) {
      points.add(live);
    }
    if (points.size() < kind.clicks()) {
      return kind == Kind.ARROW
          ? new Arrow(points.get(0), points.get(1))
          : new Distance(points.get(0), points.get(1));
    }
    return kind.drawn(points, ground.scale());
  }

  private Shape changed(Changing change) {
    if (change.handle() < 0) {
      Point from = shown.getFirst();
      return change.shape().moved(live.x() - from.x(), live.y() - from.y());
    }
    return change.shape().withHandle(change.handle(), live, ground.scale());
  }

  /// The measurement that it has become.
  Measurement result() {
    if (changing.isPresent()) {
      return ground.changed(changing.get().was(), shape());
    }
    return ground.measured(kind.isOpen() ? new Polygon(shown) : kind.drawn(shown, ground.scale()));
  }
}
