package org.voxdesk.volume;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// The three perpendicular directions that a stack was acquired along, and how far its voxels are
/// apart there: the row direction, normal × row, and the normal.
final class AcquisitionAxes {
  static final int ROW = 0;
  static final int COLUMN = 1;
  static final int NORMAL = 2;

  /// How near a direction is to an axis to count as along it, as 1 minus the cosine between them.
  private static final double ALONG = 1e-12;

  private final Geometry geometry;
  private final List<Lps> directions;
  private final double[] spacings;

  private AcquisitionAxes(Geometry geometry) {
    SlicePlane plane = geometry.plane();
    Lps normal = geometry.normal();
    this.geometry = geometry;
    this.directions =
        List.of(plane.rowDirection(), normal.cross(plane.rowDirection()).unit(), normal);
    this.spacings = new double[] {plane.columnSpacing(), plane.rowSpacing(), smallestGap(geometry)};
  }

  static AcquisitionAxes of(Geometry geometry) {
    return new AcquisitionAxes(geometry);
  }

  private static double smallestGap(Geometry geometry) {
    double smallest = geometry.sliceSpacing();
    for (int k = 1; k < geometry.slices(); k++) {
      Lps step = geometry.position(k).minus(geometry.position(k - 1));
      smallest = Math.min(smallest, step.dot(geometry.normal()));
    }
    return smallest;
  }

  Lps direction(int axis) {
    return directions.get(axis);
  }

  /// Millimetres between voxels along an axis; along the normal, the smallest there are.
  double spacing(int axis) {
    return spacings[axis];
  }

  /// The axis that a unit vector runs along, either way.
  OptionalInt along(Lps direction) {
    for (int axis = 0; axis < directions.size(); axis++) {
      if (Math.abs(directions.get(axis).dot(direction)) > 1 - ALONG) {
        return OptionalInt.of(axis);
      }
    }
    return OptionalInt.empty();
  }

  /// Millimetres between voxels along a direction: those of the axis that it runs along, else the
  /// smallest of all.
  double spacingAlong(Lps direction) {
    OptionalInt axis = along(direction);
    return axis.isPresent()
        ? spacings[axis.getAsInt()]
        : Arrays.stream(spacings).min().getAsDouble();
  }

  /// From where to where the volume reaches along a direction: the least and the greatest of its
  /// projections on it, half a voxel around the outermost centres.
  Range reach(Lps direction) {
    return reach(direction, 0.5);
  }

  /// From the first to the last voxel centre along a direction.
  Range centres(Lps direction) {
    return reach(direction, 0);
  }

  private Range reach(Lps direction, double margin) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < geometry.slices(); k++) {
      double above = k == geometry.slices() - 1 ? margin : 0;
      double below = k == 0 ? -margin : 0;
      for (int corner = 0; corner < 8; corner++) {
        double i = (corner & 1) == 0 ? -margin : geometry.columns() - 1 + margin;
        double j = (corner & 2) == 0 ? -margin : geometry.rows() - 1 + margin;
        double along = geometry.lps(i, j, k + ((corner & 4) == 0 ? below : above)).dot(direction);
        least = Math.min(least, along);
        greatest = Math.max(greatest, along);
      }
    }
    return new Range(least, greatest);
  }

  /// Projections on a direction, in millimetres.
  record Range(double least, double greatest) {
    double length() {
      return greatest - least;
    }

    double middle() {
      return least + length() / 2;
    }
  }
}
