package org.voxdesk.volume;

/// A volume resampled on demand: any slice or cube of the regular grid can be had without the rest.
///
/// Immutable and safe for any number of threads; slices do not depend on each other.
public sealed interface ResampledGrid permits ClassicResampler, PhysicalResampler {
  /// Where the grid's voxels lie in the patient; also its size.
  Geometry geometry();

  /// Computes slice `k` of the grid into `out`, row by row.
  ///
  /// @param out at least columns × rows of the grid
  void slice(int k, short[] out);

  /// Cuts a cube; its values are those of the same region of the full grid in classic mode, and
  /// sampled about the exact point in physical mode.
  ///
  /// @throws ResampleException if the point lies outside the volume or the cube cannot be had
  Cube cube(CubeRequest request) throws ResampleException;

  /// The part of a mask of the source volume that lies in a cube cut from this grid, by the nearest
  /// source voxel: 1 or 0 for each of its voxels, `[z][y][x]`.
  byte[] mask(SourceMask mask, Cube cube);
}
