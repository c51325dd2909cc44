package org.voxdesk.volume;

/// Where a cube is wanted.
public sealed interface CubePoint {
  /// In voxels of the resampled grid.
  record AtGrid(double x, double y, double z) implements CubePoint {}

  /// In patient millimetres.
  record AtLps(Lps point) implements CubePoint {}

  /// In voxels of the source volume: column, row, slice, counted from 0.
  record AtVoxel(Voxel voxel) implements CubePoint {}
}
