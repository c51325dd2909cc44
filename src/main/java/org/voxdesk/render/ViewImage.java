package org.voxdesk.render;

import java.util.Objects;

/// A picture to draw into, again and again: opaque 0xAARRGGBB pixels (so premultiplied too), row by
/// row.
public final class ViewImage {
  private final int width;
  private final int height;
  private final int[] pixels;

  public ViewImage(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(width + " × " + height);
    }
    this.width = width;
    this.height = height;
    this.pixels = new int[Math.multiplyExact(width, height)];
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /// The pixels themselves, `[sy * width + sx]`: shared with the renderer, which overwrites them.
  public int[] pixels() {
    return pixels;
  }

  public int argb(int sx, int sy) {
    return pixels[Objects.checkIndex(sy, height) * width + Objects.checkIndex(sx, width)];
  }
}
