package org.voxdesk.export;

import org.voxdesk.render.ViewImage;

/// Writes drawn pictures as 24-bit PNG files (W3C PNG, colour type 2).
public final class ColorPng {
  private ColorPng() {}

  /// The complete file.
  public static byte[] encode(ViewImage image) {
    int[] pixels = image.pixels();
    byte[] samples = new byte[3 * pixels.length];
    for (int at = 0; at < pixels.length; at++) {
      samples[3 * at] = (byte) (pixels[at] >> 16);
      samples[3 * at + 1] = (byte) (pixels[at] >> 8);
      samples[3 * at + 2] = (byte) pixels[at];
    }
    return Png.encode(image.width(), image.height(), Png.RGB, samples);
  }
}
