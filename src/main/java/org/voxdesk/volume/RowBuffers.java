package org.voxdesk.volume;

/// The memory that one thread makes rows of planes with.
final class RowBuffers {
  /// One row of the plane.
  final float[] values;

  /// A line of voxels of each slice beside a row.
  final float[][] lines;

  /// What lies between the two.
  final float[] blended;

  final RowTaps taps;
  final SlabBand slab;

  /// @param width pixels of a row of the plane
  /// @param length voxels of a line
  RowBuffers(int width, int length) {
    values = new float[width];
    lines = new float[2][length];
    blended = new float[length];
    taps = new RowTaps(width);
    slab = new SlabBand();
  }

  boolean fit(int width, int length) {
    return values.length == width && blended.length == length;
  }
}
