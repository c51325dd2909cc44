package org.voxdesk.volume;

import java.util.Optional;
import java.util.OptionalInt;

/// A stack of slices of Hounsfield values with its place in the patient.
///
/// Slices are `[k][j * columns + i]`, int16. The arrays are shared with whoever made the volume,
/// not copied, and must not change afterwards; everything that reads a volume may do so from any
/// thread.
public final class Volume {
  private final Geometry geometry;
  private final short[][] slices;
  private final OptionalInt padding;
  private final Optional<ClassicSpacing> classicSpacing;

  private Volume(
      Geometry geometry,
      short[][] slices,
      OptionalInt padding,
      Optional<ClassicSpacing> classicSpacing) {
    this.geometry = geometry;
    this.slices = slices;
    this.padding = padding;
    this.classicSpacing = classicSpacing;
  }

  /// Joins values and geometry.
  ///
  /// @throws IllegalArgumentException if the arrays do not have the geometry's size
  public static Volume of(Geometry geometry, short[][] slices) {
    if (slices.length != geometry.slices()) {
      throw new IllegalArgumentException(
          slices.length + " slices for a geometry of " + geometry.slices());
    }
    for (short[] slice : slices) {
      if (slice.length != geometry.columns() * geometry.rows()) {
        throw new IllegalArgumentException(
            slice.length + " values for " + geometry.columns() + " x " + geometry.rows());
      }
    }
    return new Volume(geometry, slices, OptionalInt.empty(), Optional.empty());
  }

  /// The same volume, in which `value` marks voxels outside the scan (Pixel Padding Value after
  /// rescale).
  public Volume withPadding(int value) {
    return new Volume(geometry, slices, OptionalInt.of(value), classicSpacing);
  }

  /// The same volume with what classic mode needs.
  public Volume withClassicSpacing(ClassicSpacing spacing) {
    return new Volume(geometry, slices, padding, Optional.of(spacing));
  }

  public Geometry geometry() {
    return geometry;
  }

  /// The values of slice `k`, row by row; shared, not to be written to.
  public short[] slice(int k) {
    return slices[k];
  }

  public int value(int i, int j, int k) {
    return slices[k][j * geometry.columns() + i];
  }

  public OptionalInt padding() {
    return padding;
  }

  /// Empty where the headers do not give it; classic mode is then refused.
  public Optional<ClassicSpacing> classicSpacing() {
    return classicSpacing;
  }
}
