package org.voxdesk.render;

/// Linear interpolation, a screen row at a time: image rows are first interpolated across and kept,
/// since neighbouring screen rows mostly lie between the same two image rows.
final class SmoothRows {
  private static final int HALF = 1 << (2 * Axis.BITS - 1);

  private int[] upper = {};
  private int[] lower = {};
  private int upperRow = -1;
  private int lowerRow = -1;

  /// Begins a picture `width` pixels wide.
  void start(int width) {
    if (upper.length < width) {
      upper = new int[width];
      lower = new int[width];
    }
    upperRow = -1;
    lowerRow = -1;
  }

  /// Draws screen row `sy` of a grey slice to `pixels` from `out` on.
  void row(
      SlicePixels.Shorts slice, Axis across, Axis down, int sy, int[] argb, int[] pixels, int out) {
    if (down.before[sy] == lowerRow) {
      int[] swap = upper;
      upper = lower;
      lower = swap;
      upperRow = lowerRow;
      lowerRow = -1;
    }
    if (down.before[sy] != upperRow) {
      upperRow = down.before[sy];
      across(slice, across, upperRow, upper);
    }
    if (down.after[sy] != lowerRow) {
      lowerRow = down.after[sy];
      across(slice, across, lowerRow, lower);
    }
    int weight = down.weight[sy];
    int rest = Axis.ONE - weight;
    mix(upper, rest, lower, weight, across.from, across.to, pixels, out);
    // Apart from the mixing, which vectorises, as looking up does not.
    for (int at = out + across.from; at < out + across.to; at++) {
      pixels[at] = argb[pixels[at] & 0xffff];
    }
  }

  private static void mix(
      int[] upper, int rest, int[] lower, int weight, int from, int to, int[] into, int out) {
    for (int sx = from; sx < to; sx++) {
      into[out + sx] = (upper[sx] * rest + lower[sx] * weight + HALF) >> (2 * Axis.BITS);
    }
  }

  /// Interpolates one image row; the results are 2^BITS times the values.
  private static void across(SlicePixels.Shorts slice, Axis across, int row, int[] result) {
    short[] values = slice.values();
    int start = row * slice.columns();
    int mask = slice.signed() ? -1 : 0xffff;
    int[] before = across.before;
    int[] after = across.after;
    int[] weight = across.weight;
    for (int sx = across.from; sx < across.to; sx++) {
      int left = values[start + before[sx]] & mask;
      int right = values[start + after[sx]] & mask;
      result[sx] = (left << Axis.BITS) + (right - left) * weight[sx];
    }
  }

  /// The colour at one screen pixel, each channel interpolated by itself.
  static int color(int[] values, int columns, Axis across, Axis down, int sx, int sy) {
    int upper = down.before[sy] * columns;
    int lower = down.after[sy] * columns;
    int right = across.weight[sx];
    int left = Axis.ONE - right;
    int below = down.weight[sy];
    int above = Axis.ONE - below;
    int a = values[upper + across.before[sx]];
    int b = values[upper + across.after[sx]];
    int c = values[lower + across.before[sx]];
    int d = values[lower + across.after[sx]];
    int color = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int top = (a >> shift & 0xff) * left + (b >> shift & 0xff) * right;
      int bottom = (c >> shift & 0xff) * left + (d >> shift & 0xff) * right;
      color |= (top * above + bottom * below + HALF) >> (2 * Axis.BITS) << shift;
    }
    return color;
  }
}
