package org.voxdesk.volume;

/// The window that turns Hounsfield values into 8-bit grey: `low` and below black, `high` and above
/// white, between them linear, rounded half to even as the classic recipe's image writer does.
public record GreyWindow(double low, double high) {
  /// The classic recipe's window, -1000 to 400 HU.
  public static final GreyWindow CLASSIC = new GreyWindow(-1000, 400);

  /// Checks the limits.
  ///
  /// @throws IllegalArgumentException unless `low` is less than `high` and both are finite
  public GreyWindow {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException("not a window: " + low + " to " + high);
    }
  }

  /// The grey of one value, 0 to 255.
  public int grey(int hu) {
    return (int) Math.rint(Math.clamp((hu - low) / (high - low), 0.0, 1.0) * 255);
  }

  /// The greys of all int16 values; the grey of `hu` is at `hu & 0xffff`.
  public byte[] table() {
    byte[] table = new byte[1 << 16];
    for (int hu = Short.MIN_VALUE; hu <= Short.MAX_VALUE; hu++) {
      table[hu & 0xffff] = (byte) grey(hu);
    }
    return table;
  }

  /// The greys of many values, through a [#table].
  public static void apply(byte[] table, short[] values, byte[] grey) {
    for (int i = 0; i < grey.length; i++) {
      grey[i] = table[values[i] & 0xffff];
    }
  }
}
