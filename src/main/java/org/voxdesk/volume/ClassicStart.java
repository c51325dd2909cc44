package org.voxdesk.volume;

/// Where the classic recipe lets a cube begin on one axis: half the size before the point, moved to
/// stay on the grid, truncated to a whole voxel.
///
/// @param start the first voxel
/// @param shift how far the cube was moved to stay on the grid, before truncation
/// @param pastEnd whether it was moved back from the far end
record ClassicStart(int start, double shift, boolean pastEnd) {
  /// @param at the point, in voxels of the grid
  static ClassicStart of(double at, int size, int length) {
    double wanted = at - size / 2.0;
    double kept = Math.max(wanted, 0);
    double start = kept + size > length ? length - size : kept;
    return new ClassicStart((int) start, start - wanted, (int) kept + size > length);
  }
}
