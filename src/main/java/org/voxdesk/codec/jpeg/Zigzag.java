package org.voxdesk.codec.jpeg;

/// The order in which coefficients are coded (T.81 figure A.6).
final class Zigzag {
  private static final byte[] NATURAL = natural();

  private Zigzag() {}

  /// Where in a block, row by row, each coefficient of the zigzag stands.
  static byte[] order() {
    return NATURAL.clone();
  }

  private static byte[] natural() {
    var order = new byte[64];
    int x = 0;
    int y = 0;
    for (int i = 0; i < 64; i++) {
      order[i] = (byte) (8 * y + x);
      boolean rising = ((x + y) & 1) == 0;
      int across = rising ? x : y;
      int down = rising ? y : x;
      if (across == 7) {
        down++;
      } else {
        across++;
        down = Math.max(down - 1, 0);
      }
      x = rising ? across : down;
      y = rising ? down : across;
    }
    return order;
  }
}
