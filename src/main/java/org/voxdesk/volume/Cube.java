package org.voxdesk.volume;

import java.util.List;

/// A cube of Hounsfield values cut from a volume, and everything needed to say where it lies.
///
/// Values are int16, `[z][y][x]` in one array: x along the rows of the slices, y along their
/// columns, z along the normal.
public final class Cube {
  private final int size;
  private final double mm;
  private final ResampleMode mode;
  private final String interpolation;
  private final int fill;
  private final short[] values;
  private final byte[] mask;
  private final CubePlacement placement;
  private final Affine affine;
  private final List<SliceRange> sources;

  Cube(
      CubeRequest request,
      String interpolation,
      short[] values,
      byte[] mask,
      CubePlacement placement,
      Affine affine,
      List<SliceRange> sources) {
    this.sources = List.copyOf(sources);
    this.size = request.size();
    this.mm = request.mm();
    this.mode = request.mode();
    this.fill = request.fill();
    this.interpolation = interpolation;
    this.values = values;
    this.mask = mask;
    this.placement = placement;
    this.affine = affine;
  }

  /// Voxels along each edge.
  public int size() {
    return size;
  }

  /// Millimetres from voxel to voxel, as asked for; in classic mode true only as far as the
  /// recipe's spacing is.
  public double mm() {
    return mm;
  }

  public ResampleMode mode() {
    return mode;
  }

  /// How the values were interpolated, in words.
  public String interpolation() {
    return interpolation;
  }

  /// The value of voxels that are not valid.
  public int fill() {
    return fill;
  }

  /// The values; shared, not to be written to.
  public short[] values() {
    return values;
  }

  /// 1 where the value comes from the scan, 0 where it is [#fill]; shared, not to be written to. In
  /// classic mode, which knows no outside, all ones.
  public byte[] mask() {
    return mask;
  }

  public int value(int x, int y, int z) {
    return values[(z * size + y) * size + x];
  }

  public boolean isValid(int x, int y, int z) {
    return mask[(z * size + y) * size + x] != 0;
  }

  public int validCount() {
    int count = 0;
    for (byte valid : mask) {
      count += valid;
    }
    return count;
  }

  public CubePlacement placement() {
    return placement;
  }

  /// From cube voxel to patient millimetres; exact where the source slices are evenly spaced or the
  /// mode is physical, otherwise the mean over the cube.
  public Affine affine() {
    return affine;
  }

  /// The source slices that slice `z` was computed from.
  public SliceRange sources(int z) {
    return sources.get(z);
  }
}
