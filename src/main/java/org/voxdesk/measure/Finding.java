package org.voxdesk.measure;

/// One number that a measurement comes to.
///
/// @param value not a number where there is none, such as the mean of no pixel
/// @param unit `mm`, `px`, `mm²`, `px²`, `°`, or that of the pixels' values; empty for counts and
///   where it is not known
public record Finding(Quantity quantity, double value, String unit) {
  /// What a number tells.
  public enum Quantity {
    LENGTH,
    ANGLE,
    LONG_DIAMETER,
    SHORT_DIAMETER,
    AREA,
    MEAN,
    /// The sample standard deviation, over count − 1.
    DEVIATION,
    MINIMUM,
    MAXIMUM,
    /// How many pixels have their centres inside and a value.
    COUNT,
    /// How many have their centres inside and no value; told only where there are any.
    LEFT_OUT,
    /// Told of pixels of planes that have the value of the nearest voxel, not one between voxels;
    /// it has no number.
    NEAREST,
    /// The thickness of the layer of whose values each pixel is the mean; told only of such pixels.
    SLAB_MEAN,
    /// The same of which it is the maximum.
    SLAB_MAXIMUM,
    /// The same of which it is the minimum.
    SLAB_MINIMUM
  }
}
