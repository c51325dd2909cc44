package org.voxdesk.measure;

import org.voxdesk.volume.Lps;

/// A plane in the patient, not bound to any image.
///
/// @param origin where its point 0, 0 is
/// @param right the way its first coordinate counts millimetres; made a unit vector
/// @param down the way its second coordinate does; made a unit vector, perpendicular to the first
public record Plane(Lps origin, Lps right, Lps down) {
  /// Checks and normalises.
  ///
  /// @throws IllegalArgumentException if the directions are none or nearly parallel
  public Plane {
    right = right.unit();
    Lps across = down.unit().minus(right.times(down.unit().dot(right)));
    if (across.length() < 0.5) {
      throw new IllegalArgumentException("a plane of parallel directions");
    }
    down = across.unit();
  }

  /// Where a point of the plane is in the patient.
  public Lps lps(Point point) {
    return origin.plus(right.times(point.x())).plus(down.times(point.y()));
  }

  /// The point of the plane that is nearest to a place in the patient.
  public Point point(Lps place) {
    Lps way = place.minus(origin);
    return new Point(way.dot(right), way.dot(down));
  }
}
