package org.voxdesk.render;

import java.util.Arrays;

/// Draws overlays: white with a dark edge, so that they are seen on any grey. An image pixel that
/// is marked covers at least one screen pixel, so that thin lines stay when the picture is small.
final class OverlayPainter {
  private static final int WHITE = 0xffffffff;
  private static final byte MARKED = 1;

  /// Used again for every picture.
  private byte[] marked = {};

  void draw(OverlayMask mask, ViewTransform transform, ViewImage image) {
    int size = image.width() * image.height();
    if (marked.length < size) {
      marked = new byte[size];
    }
    Arrays.fill(marked, 0, size, (byte) 0);
    for (int j = 0; j < mask.rows(); j++) {
      int top = start(transform.sy(j - 0.5), image.height());
      int bottom = end(transform.sy(j - 0.5), transform.scaleY(), image.height());
      for (int i = 0; i < mask.columns() && top < bottom; i++) {
        if (mask.marks()[j * mask.columns() + i] != 0) {
          int left = start(transform.sx(i - 0.5), image.width());
          int right = end(transform.sx(i - 0.5), transform.scaleX(), image.width());
          for (int sy = top; sy < bottom && left < right; sy++) {
            Arrays.fill(marked, sy * image.width() + left, sy * image.width() + right, MARKED);
          }
        }
      }
    }
    paint(image);
  }

  private static int start(double edge, int limit) {
    return (int) Math.clamp(Math.rint(edge), 0, limit);
  }

  private static int end(double edge, double scale, int limit) {
    double least = Math.rint(edge) + 1;
    return (int) Math.clamp(Math.max(least, Math.rint(edge + scale)), 0, limit);
  }

  private void paint(ViewImage image) {
    int width = image.width();
    int[] pixels = image.pixels();
    for (int sy = 0; sy < image.height(); sy++) {
      for (int sx = 0; sx < width; sx++) {
        int at = sy * width + sx;
        if (marked[at] != 0) {
          pixels[at] = WHITE;
        } else if (isBesideMark(sx, sy, width, image.height())) {
          pixels[at] = darker(pixels[at]);
        }
      }
    }
  }

  private boolean isBesideMark(int sx, int sy, int width, int height) {
    int at = sy * width + sx;
    return (sx > 0 && marked[at - 1] != 0)
        || (sx + 1 < width && marked[at + 1] != 0)
        || (sy > 0 && marked[at - width] != 0)
        || (sy + 1 < height && marked[at + width] != 0);
  }

  /// A quarter of the brightness.
  private static int darker(int argb) {
    return Tint.OPAQUE | (argb >>> 2 & 0x3f3f3f);
  }
}
