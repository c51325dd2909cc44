package org.voxdesk.pixel;

/// The stored values of one frame, before any transform.
///
/// @param image how the frame was laid out
/// @param values `[row * columns + column]`, colour samples side by side: `[(row * columns +
///   column) * samples + sample]`; int16, unsigned where the image is not signed; shared, not to be
///   written to
@SuppressWarnings("ArrayRecordComponent")
public record Frame(ImagePixel image, short[] values) {
  /// The stored value at `index` of [#values()], sign respected.
  public int stored(int index) {
    return image.signed() ? values[index] : Short.toUnsignedInt(values[index]);
  }

  /// The stored value of a one-sample image at column `i`, row `j`.
  public int stored(int i, int j) {
    return stored(j * image.columns() + i);
  }
}
