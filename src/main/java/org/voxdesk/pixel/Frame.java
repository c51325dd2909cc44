package org.voxdesk.pixel;

/// The stored values of one frame, before any transform.
///
/// @param image how the frame was laid out; where its words belie the Bits Stored of the file, with
///   all bits stored
/// @param samples its values, colours by pixel
public record Frame(ImagePixel image, Samples samples) {
  /// The stored value at `index` of the samples, sign respected.
  public double stored(int index) {
    return samples.at(index);
  }

  /// The stored value of a one-sample image at column `i`, row `j`.
  public double stored(int i, int j) {
    return stored(j * image.columns() + i);
  }
}
