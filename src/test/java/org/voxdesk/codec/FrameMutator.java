package org.voxdesk.codec;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Changes compressed frames the way that breaks decoders.
final class FrameMutator {
  private static final int[] BYTES = {0, 1, 0x7F, 0x80, 0xFE, 0xFF, 0xD8, 0xD9, 0xDA, 0xC4, 0xF8};

  private FrameMutator() {}

  /// The frame, changed at one place to six, mostly near its beginning, where its headers are.
  static byte[] mutated(byte[] frame, SplittableRandom random) {
    byte[] bytes = frame.clone();
    int times = 1 + random.nextInt(6);
    for (int i = 0; i < times && bytes.length > 4; i++) {
      bytes = changed(bytes, random);
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, SplittableRandom random) {
    int near = random.nextInt(3) == 0 ? bytes.length : Math.min(bytes.length, 120);
    int at = random.nextInt(near);
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> bytes[at] = (byte) BYTES[random.nextInt(BYTES.length)];
      case 3 -> {
        bytes[at] = (byte) 0xFF;
        if (at + 1 < bytes.length) {
          bytes[at + 1] = (byte) (0xC0 + random.nextInt(0x40));
        }
      }
      case 4 -> {
        return Arrays.copyOf(bytes, Math.max(1, at));
      }
      case 5 -> {
        int count = Math.min(bytes.length - at, 1 + random.nextInt(30));
        byte[] shorter = new byte[bytes.length - count];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, at + count, shorter, at, shorter.length - at);
        return shorter;
      }
      default -> {
        int count = 1 + random.nextInt(30);
        byte[] longer = new byte[bytes.length + count];
        System.arraycopy(bytes, 0, longer, 0, at);
        int from = random.nextInt(bytes.length);
        for (int i = 0; i < count; i++) {
          longer[at + i] = bytes[(from + i) % bytes.length];
        }
        System.arraycopy(bytes, at, longer, at + count, bytes.length - at);
        return longer;
      }
    }
    return bytes;
  }
}
