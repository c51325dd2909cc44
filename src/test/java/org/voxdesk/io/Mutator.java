package org.voxdesk.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Changes files the way that breaks parsers: lengths, tags, VRs, missing and repeated parts.
final class Mutator {
  private static final int[] LENGTHS = {
    0, 1, 2, 7, 8, 12, 0x7FFF, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF
  };
  private static final int[] TAGS = {
    0xFFFEE000, 0xFFFEE00D, 0xFFFEE0DD, 0x7FE00010, 0x00081140, 0x00020010, 0, 0x00080005
  };
  private static final String[] VRS = {
    "SQ", "UN", "OB", "OW", "UT", "US", "ZZ", "??", "LO", "UI", "AT", "FD", "OV", "\0\0"
  };

  private final List<byte[]> seeds;
  private final SplittableRandom random;

  Mutator(List<byte[]> seeds, SplittableRandom random) {
    this.seeds = seeds;
    this.random = random;
  }

  /// One of the seeds, changed at one place to eight.
  byte[] mutated() {
    byte[] bytes = seed().clone();
    int times = 1 + random.nextInt(8);
    for (int i = 0; i < times && bytes.length > 8; i++) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] changed(byte[] bytes) {
    int at = place(bytes);
    ByteOrder order = random.nextInt(4) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    var buffer = ByteBuffer.wrap(bytes).order(order);
    switch (random.nextInt(9)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> buffer.putInt(at, LENGTHS[random.nextInt(LENGTHS.length)]);
      case 3 -> buffer.putShort(at, (short) LENGTHS[random.nextInt(LENGTHS.length)]);
      case 4 -> {
        int tag = TAGS[random.nextInt(TAGS.length)];
        buffer.putShort(at, (short) (tag >>> 16)).putShort(at + 2, (short) tag);
      }
      case 5 -> {
        String vr = VRS[random.nextInt(VRS.length)];
        bytes[at] = (byte) vr.charAt(0);
        bytes[at + 1] = (byte) vr.charAt(1);
      }
      case 6 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 7 -> {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(40));
        return Raw.join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, end, bytes.length));
      }
      default -> {
        byte[] other = seed();
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + random.nextInt(200));
        return Raw.join(
            Arrays.copyOf(bytes, at),
            Arrays.copyOfRange(other, from, to),
            Arrays.copyOfRange(bytes, at, bytes.length));
      }
    }
    return bytes;
  }

  /// Mostly in the first kilobytes, where the structure is; four bytes are left behind it.
  private int place(byte[] bytes) {
    int end = bytes.length - 4;
    return random.nextInt(3) == 0 ? random.nextInt(end) : random.nextInt(Math.min(end, 2_000));
  }
}
