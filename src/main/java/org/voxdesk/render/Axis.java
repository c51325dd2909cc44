package org.voxdesk.render;

/// Where the screen pixels along one axis fall in the image; its arrays are used again for every
/// picture.
final class Axis {
  /// Weights are in parts of 2^[#BITS].
  static final int BITS = 7;

  static final int ONE = 1 << BITS;

  /// Screen pixels from `from` up to `to` show the image.
  int from;

  int to;

  /// The image pixel under each screen pixel.
  int[] nearest = {};

  /// The image pixel before each screen pixel's middle, the one after it, and that one's weight.
  int[] before = {};

  int[] after = {};
  int[] weight = {};

  /// Lays `screen` pixels over `count` image pixels of `scale` screen pixels each, the first
  /// beginning at `start`.
  void prepare(int screen, int count, double start, double scale) {
    if (nearest.length < screen) {
      nearest = new int[screen];
      before = new int[screen];
      after = new int[screen];
      weight = new int[screen];
    }
    from = clamp((int) Math.ceil(start - 0.5), screen);
    to = Math.max(from, clamp((int) Math.ceil(start + count * scale - 0.5), screen));
    int last = count - 1;
    for (int s = from; s < to; s++) {
      double position = (s + 0.5 - start) / scale;
      nearest[s] = clamp((int) position, last);
      double middle = Math.max(0, Math.min(last, position - 0.5));
      int low = (int) middle;
      before[s] = low;
      after[s] = Math.min(low + 1, last);
      weight[s] = (int) ((middle - low) * ONE + 0.5);
    }
  }

  private static int clamp(int value, int limit) {
    return Math.max(0, Math.min(limit, value));
  }
}
