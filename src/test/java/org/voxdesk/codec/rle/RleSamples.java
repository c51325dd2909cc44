package org.voxdesk.codec.rle;

import java.util.SplittableRandom;

/// Bytes with runs and literals of all lengths.
final class RleSamples {
  private RleSamples() {}

  static byte[] of(int length) {
    var random = new SplittableRandom(length);
    byte[] bytes = new byte[length];
    int at = 0;
    while (at < length) {
      int end = Math.min(length, at + 1 + random.nextInt(1 << random.nextInt(11)));
      boolean run = random.nextBoolean();
      byte value = (byte) random.nextInt();
      while (at < end) {
        bytes[at++] = run ? value : (byte) random.nextInt();
      }
    }
    return bytes;
  }
}
