package org.voxdesk.volume;

import java.util.Locale;
import org.voxdesk.text.Sentence;

/// What can be resampled at all; beyond it, one sentence for the user.
final class GridLimits {
  private static final int LONGEST_AXIS = 8192;
  private static final int LARGEST_CUBE = 512;

  private GridLimits() {}

  static void requireMm(double mm) throws ResampleException {
    if (!(mm > 0) || !Double.isFinite(mm)) {
      throw new ResampleException(Sentence.of("resample.mm"));
    }
  }

  static void requireGrid(double columns, double rows, double slices, double mm)
      throws ResampleException {
    if (Math.min(columns, Math.min(rows, slices)) < 1) {
      throw new ResampleException(Sentence.of("resample.nothing.left", mm));
    }
    if (Math.max(columns, Math.max(rows, slices)) > LONGEST_AXIS) {
      throw new ResampleException(Sentence.of("resample.too.long", mm, LONGEST_AXIS));
    }
  }

  static void requireFill(int fill) throws ResampleException {
    if (fill != (short) fill) {
      throw new ResampleException(Sentence.of("resample.fill", fill));
    }
  }

  static void requireCube(CubeRequest request) throws ResampleException {
    if (request.size() < 1 || request.size() > LARGEST_CUBE) {
      throw new ResampleException(Sentence.of("resample.size", LARGEST_CUBE, request.size()));
    }
  }

  static void requireInside(Voxel voxel, Geometry geometry) throws ResampleException {
    if (!geometry.contains(voxel)) {
      throw new ResampleException(
          Sentence.of(
              "resample.outside",
              tenth(voxel.i()),
              tenth(voxel.j()),
              tenth(voxel.k()),
              geometry.columns(),
              geometry.rows(),
              geometry.slices()));
    }
  }

  private static String tenth(double index) {
    return String.format(Locale.ROOT, "%.1f", index);
  }
}
