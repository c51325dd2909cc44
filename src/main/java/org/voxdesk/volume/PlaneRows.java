package org.voxdesk.volume;

/// Computes the rows of one plane. Keeps buffers, so it is for one thread.
sealed interface PlaneRows permits StraightRows, ObliqueRows {
  /// Computes row `row` of the plane moved `depth` millimetres along its normal.
  ///
  /// @param out as long as the plane is wide; NaN where it is outside the scan
  void row(int row, double depth, float[] out);
}
