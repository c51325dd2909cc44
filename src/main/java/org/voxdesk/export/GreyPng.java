package org.voxdesk.export;

/// Writes 8-bit grey PNG files (W3C PNG, colour type 0); the same picture gives the same bytes.
public final class GreyPng {
  private GreyPng() {}

  /// The complete file.
  public static byte[] encode(GreyImage image) {
    return Png.encode(image.width(), image.height(), Png.GREY, image.pixels());
  }
}
