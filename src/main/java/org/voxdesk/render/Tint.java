package org.voxdesk.render;

/// The amber laid over pixels that a threshold marks.
public final class Tint {
  /// 0xRRGGBB of the tint.
  public static final int AMBER = 0xffb454;

  static final int OPAQUE = 0xff000000;

  /// 45 of 100, in parts of 256.
  private static final int SHARE = 115;

  private static final int RED_BLUE = 0xff00ff;
  private static final int GREEN = 0x00ff00;

  private Tint() {}

  /// `argb` with the tint laid over it.
  static int over(int argb) {
    int redBlue = (argb & RED_BLUE) * (256 - SHARE) + (AMBER & RED_BLUE) * SHARE;
    int green = (argb & GREEN) * (256 - SHARE) + (AMBER & GREEN) * SHARE;
    return OPAQUE | (redBlue >>> 8 & RED_BLUE) | (green >>> 8 & GREEN);
  }
}
