package org.voxdesk.render;

import java.util.Arrays;

/// Draws overlays: white with a dark edge, so that they are seen on any grey. An image pixel that
/// is marked covers at least one screen pixel, so that thin lines stay when the picture is small.
final class OverlayPainter {
  private static final int WHITE = 0xffffffff;
  private static final byte MARKED = 1;

  /// Which screen pixels are marked, with a border of one pixel all round; used again for every
  /// picture.
  private byte[] marked = {};

  void draw(OverlayMask mask, ViewTransform transform, ViewImage image) {
    int stride = image.width() + 2;
    int size = stride * (image.height() + 2);
    if (marked.length < size) {
      marked = new byte[size];
    }
    Arrays.fill(marked, 0, size, (byte) 0);
    for (int j = 0; j < mask.rows(); j++) {
      int top = start(transform.sy(j - 0.5), image.height());
      int bottom = end(transform.sy(j - 0.5), transform.scaleY(), image.height());
      if (top < bottom) {
        int row = (top + 1) * stride;
        mark(mask, j, transform, image.width(), row);
        // Where an image row covers several screen rows, no other covers these.
        for (int sy = top + 1; sy < bottom; sy++) {
          System.arraycopy(marked, row, marked, (sy + 1) * stride, stride);
        }
      }
    }
    paint(image);
  }

  private void mark(OverlayMask mask, int j, ViewTransform transform, int width, int row) {
    for (int i = 0; i < mask.columns(); i++) {
      if (mask.marks()[j * mask.columns() + i] != 0) {
        int left = start(transform.sx(i - 0.5), width);
        int right = end(transform.sx(i - 0.5), transform.scaleX(), width);
        if (left < right) {
          Arrays.fill(marked, row + left + 1, row + right + 1, MARKED);
        }
      }
    }
  }

  private static int start(double edge, int limit) {
    return (int) Math.clamp(Math.rint(edge), 0, limit);
  }

  private static int end(double edge, double scale, int limit) {
    double least = Math.rint(edge) + 1;
    return (int) Math.clamp(Math.max(least, Math.rint(edge + scale)), 0, limit);
  }

  private void paint(ViewImage image) {
    for (int sy = 0; sy < image.height(); sy++) {
      paint(image.pixels(), sy, image.width());
    }
  }

  private void paint(int[] pixels, int sy, int width) {
    byte[] marks = marked;
    int stride = width + 2;
    for (int sx = 0; sx < width; sx++) {
      int at = (sy + 1) * stride + sx + 1;
      int beside = marks[at - 1] | marks[at + 1] | marks[at - stride] | marks[at + stride];
      if ((marks[at] | beside) != 0) {
        int pixel = sy * width + sx;
        pixels[pixel] = marks[at] != 0 ? WHITE : darker(pixels[pixel]);
      }
    }
  }

  /// A quarter of the brightness.
  private static int darker(int argb) {
    return Tint.OPAQUE | (argb >>> 2 & 0x3f3f3f);
  }
}
