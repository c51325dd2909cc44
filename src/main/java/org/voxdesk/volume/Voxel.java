package org.voxdesk.volume;

/// A place on a voxel grid: column, row and slice, counted from 0 at the voxels' centres, fractions
/// allowed. On resampled grids i, j, k are also written x, y, z.
public record Voxel(double i, double j, double k) {
  public Voxel plus(Voxel other) {
    return new Voxel(i + other.i, j + other.j, k + other.k);
  }

  public Voxel minus(Voxel other) {
    return new Voxel(i - other.i, j - other.j, k - other.k);
  }
}
