package org.voxdesk.volume;

import java.util.Locale;

/// What can be resampled at all; beyond it, one sentence for the user.
final class GridLimits {
  private static final int LONGEST_AXIS = 8192;
  private static final int LARGEST_CUBE = 512;

  private GridLimits() {}

  static void requireMm(double mm) throws ResampleException {
    if (!(mm > 0) || !Double.isFinite(mm)) {
      throw new ResampleException("The voxel size must be a positive number of millimetres.");
    }
  }

  static void requireGrid(double columns, double rows, double slices, double mm)
      throws ResampleException {
    if (Math.min(columns, Math.min(rows, slices)) < 1) {
      throw new ResampleException(
          String.format(Locale.ROOT, "At %s mm nothing is left of this small volume.", mm));
    }
    if (Math.max(columns, Math.max(rows, slices)) > LONGEST_AXIS) {
      throw new ResampleException(
          String.format(
              Locale.ROOT, "At %s mm the volume is over %d voxels long.", mm, LONGEST_AXIS));
    }
  }

  static void requireCube(CubeRequest request) throws ResampleException {
    if (request.size() < 1 || request.size() > LARGEST_CUBE) {
      throw new ResampleException(
          "The cube's size must be from 1 to " + LARGEST_CUBE + " voxels, not " + request.size() + ".");
    }
  }

  static void requireInside(Voxel voxel, Geometry geometry) throws ResampleException {
    if (!geometry.contains(voxel)) {
      throw new ResampleException(
          String.format(
              Locale.ROOT,
              "The point lies outside the scan: voxel %.1f, %.1f, %.1f of %d x %d x %d.",
              voxel.i(),
              voxel.j(),
              voxel.k(),
              geometry.columns(),
              geometry.rows(),
              geometry.slices()));
    }
  }
}
