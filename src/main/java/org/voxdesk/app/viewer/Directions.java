package org.voxdesk.app.viewer;

import org.voxdesk.volume.AnatomicalPlane;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.VolumePlanes;

/// Which way a pane's plane lies: what is right and what is down on the screen, as perpendicular
/// unit vectors.
record Directions(Lps right, Lps down) {
  static Directions of(VolumePlanes planes, AnatomicalPlane plane) {
    return new Directions(planes.right(plane), planes.down(plane));
  }

  /// Turned out of its plane.
  ///
  /// @param aboutDown degrees about the direction down: the right edge goes away from the looker
  /// @param aboutRight degrees about the direction right: the lower edge goes away from the looker
  Directions tilted(double aboutDown, double aboutRight) {
    Lps away = right.cross(down);
    Lps newRight = turned(right, away, aboutDown);
    Lps newDown = turned(down, newRight.cross(down), aboutRight);
    // Rounding must not add up over many small turns.
    Lps unit = newRight.unit();
    return new Directions(unit, newDown.minus(unit.times(unit.dot(newDown))).unit());
  }

  private static Lps turned(Lps direction, Lps towards, double degrees) {
    double angle = Math.toRadians(degrees);
    return direction.times(Math.cos(angle)).plus(towards.times(Math.sin(angle)));
  }
}
