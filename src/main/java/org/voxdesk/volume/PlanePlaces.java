package org.voxdesk.volume;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Where the planes of a stack lie along the direction in which they ascend.
///
/// @param places projections on that direction in millimetres, ascending
/// @param step millimetres from one to the next, or their mean
@SuppressWarnings("ArrayRecordComponent")
record PlanePlaces(double[] places, double step) {
  /// How far past a whole number of steps a length may be and still count as that many.
  private static final double TOLERANCE = 1e-6;

  static PlanePlaces of(Geometry geometry, Lps ascending) {
    AcquisitionAxes axes = AcquisitionAxes.of(geometry);
    OptionalInt axis = axes.along(ascending);
    if (axis.isEmpty()) {
      return through(axes.reach(ascending), axes.spacingAlong(ascending));
    }
    return axis.getAsInt() == AcquisitionAxes.NORMAL
        ? slices(geometry, axes, ascending)
        : voxels(geometry, axes, ascending);
  }

  /// Planes through the slices themselves; where these are uneven, as near to each other as the
  /// nearest two slices, or a little nearer, from the first to the last.
  private static PlanePlaces slices(Geometry geometry, AcquisitionAxes axes, Lps ascending) {
    AcquisitionAxes.Range centres = axes.centres(ascending);
    double[] slices =
        IntStream.range(0, geometry.slices())
            .mapToDouble(k -> geometry.position(k).dot(ascending))
            .sorted()
            .toArray();
    if (isEven(slices, geometry.sliceSpacing())) {
      return new PlanePlaces(slices, geometry.sliceSpacing());
    }
    double smallest = axes.spacing(AcquisitionAxes.NORMAL);
    double steps =
        Math.min(Math.ceil(centres.length() / smallest - TOLERANCE), PlaneStack.LARGEST - 1);
    return even(centres.least(), centres.length() / steps, (int) steps + 1);
  }

  private static boolean isEven(double[] slices, double spacing) {
    for (int k = 0; k < slices.length; k++) {
      if (Math.abs(slices[k] - slices[0] - k * spacing) > Geometry.UNIFORM_TOLERANCE * spacing) {
        return false;
      }
    }
    return true;
  }

  /// Planes through the voxel centres of slice 0, and on where other slices lean out of it.
  private static PlanePlaces voxels(Geometry geometry, AcquisitionAxes axes, Lps ascending) {
    AcquisitionAxes.Range centres = axes.centres(ascending);
    double step = axes.spacingAlong(ascending);
    double anchor = geometry.position(0).dot(ascending);
    int before = (int) Math.floor((anchor - centres.least()) / step + TOLERANCE);
    int after = (int) Math.floor((centres.greatest() - anchor) / step + TOLERANCE);
    return even(anchor - before * step, step, before + 1 + after);
  }

  /// Planes `step` apart and centred in a range, coarser where they would be too many.
  private static PlanePlaces through(AcquisitionAxes.Range range, double step) {
    int count = (int) Math.clamp(Math.floor(range.length() / step), 1, PlaneStack.LARGEST);
    double apart = count == PlaneStack.LARGEST ? range.length() / count : step;
    return even(range.middle() - (count - 1) * apart / 2, apart, count);
  }

  private static PlanePlaces even(double first, double step, int count) {
    double[] places = IntStream.range(0, count).mapToDouble(n -> first + n * step).toArray();
    return new PlanePlaces(places, step);
  }

  /// The plane nearest to a projection.
  int nearest(double projection) {
    int nearest = 0;
    for (int n = 1; n < places.length; n++) {
      if (Math.abs(places[n] - projection) < Math.abs(places[nearest] - projection)) {
        nearest = n;
      }
    }
    return nearest;
  }
}
