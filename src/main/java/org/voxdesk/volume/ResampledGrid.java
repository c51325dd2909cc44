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
  default void slice(int k, short[] out) {
    slice(k, out, new byte[geometry().columns() * geometry().rows()]);
  }

  /// The same, with 1 in `mask` where the value comes from the scan and 0 where it does not. In
  /// classic mode, which knows no outside, all ones.
  ///
  /// @param mask as long as `out`
  void slice(int k, short[] out, byte[] mask);

  /// The source slices that slice `k` of the grid is computed from.
  SliceRange sources(int k);

  /// How values are interpolated, in words.
  String interpolation();

  /// Cuts a cube; its values are those of the same region of the full grid in classic mode, and
  /// sampled about the exact point in physical mode.
  ///
  /// @throws ResampleException if the point lies outside the volume or the cube cannot be had
  Cube cube(CubeRequest request) throws ResampleException;

  /// The part of a mask of the source volume that lies in a cube cut from this grid, by the nearest
  /// source voxel: 1 or 0 for each of its voxels, `[z][y][x]`.
  byte[] mask(SourceMask mask, Cube cube);
}
