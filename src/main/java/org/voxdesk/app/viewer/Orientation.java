package org.voxdesk.app.viewer;

import java.util.Optional;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;

/// The letters at the edges of a slice: which side of the patient lies there (PS3.3 C.7.6.1.1.1).
///
/// @param left the side at the left edge of the screen, such as `R`
record Orientation(String left, String right, String top, String bottom) {
  /// No letters.
  static final Orientation NONE = new Orientation("", "", "", "");

  /// Components below this share of the whole add no second letter.
  private static final double SECOND_LETTER = 0.3;

  /// The letters of a slice that says how it lies, be it that it does not say where.
  static Orientation of(LoadedSlice slice, Turn turn) {
    return of(
        slice.place().or(() -> slice.described().orientation().flatMap(Orientation::lying)), turn);
  }

  private static Optional<Geometry> lying(double[] o) {
    try {
      SlicePlane plane =
          new SlicePlane(2, 2, 1, 1, new Lps(o[0], o[1], o[2]), new Lps(o[3], o[4], o[5]));
      return Optional.of(Geometry.ofSingleSlice(plane, new Lps(0, 0, 0), 1));
    } catch (IllegalArgumentException noPlane) {
      // Directions that span no plane.
      return Optional.empty();
    }
  }

  /// The letters of a slice that lies at `place` and is shown turned; none where it lies nowhere.
  static Orientation of(Optional<Geometry> place, Turn turn) {
    return place.map(p -> of(p, turn)).orElse(NONE);
  }

  private static Orientation of(Geometry place, Turn turn) {
    Lps right = direction(place, turn, 1, 0);
    Lps down = direction(place, turn, 0, 1);
    return new Orientation(
        letters(right.times(-1)), letters(right), letters(down.times(-1)), letters(down));
  }

  private static Lps direction(Geometry place, Turn turn, double i, double j) {
    double[] from = turn.stored(0, 0, place.columns(), place.rows());
    double[] to = turn.stored(i, j, place.columns(), place.rows());
    return place.lps(to[0], to[1], 0).minus(place.lps(from[0], from[1], 0)).unit();
  }

  private static String letters(Lps direction) {
    double[] sizes = {Math.abs(direction.x()), Math.abs(direction.y()), Math.abs(direction.z())};
    String[] letters = {
      direction.x() > 0 ? "L" : "R", direction.y() > 0 ? "P" : "A", direction.z() > 0 ? "H" : "F"
    };
    int first = largest(sizes, -1);
    int second = largest(sizes, first);
    return letters[first] + (sizes[second] > SECOND_LETTER ? letters[second] : "");
  }

  private static int largest(double[] sizes, int without) {
    int found = without == 0 ? 1 : 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (axis != without && sizes[axis] > sizes[found]) {
        found = axis;
      }
    }
    return found;
  }
}
