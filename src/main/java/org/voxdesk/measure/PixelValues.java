package org.voxdesk.measure;

/// The values of a picture that a measurement lies on.
public interface PixelValues {
  int columns();

  int rows();

  /// The value at column `i` of row `j` in the unit of the modality; not a number where the pixel
  /// has no value: padding, or no number.
  double value(int i, int j);

  /// The unit of the values, such as `HU`; empty where it is not known.
  String unit();
}
