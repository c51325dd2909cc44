package org.voxdesk.export;

/// An 8-bit grey picture, row by row from the top; 0 is black.
public final class GreyImage {
  private final int width;
  private final int height;
  private final byte[] pixels;

  /// Wraps an array without copying it.
  ///
  /// @throws IllegalArgumentException if the array is not of that size
  public GreyImage(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException(pixels.length + " pixels for " + width + " x " + height);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The pixels; shared, not to be written to.
  public byte[] pixels() {
    return pixels;
  }

  public int grey(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }
}
