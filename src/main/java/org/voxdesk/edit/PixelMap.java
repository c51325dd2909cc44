package org.voxdesk.edit;

import java.nio.ByteOrder;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.voxdesk.pixel.ImagePixel;

/// What each possible pixel of 8 or 16 bits becomes: one entry for every pattern of its bits.
///
/// Bits outside Bits Stored that extend the value (zeros, or copies of the sign) go on doing so;
/// anything else in them, such as an overlay, stays.
final class PixelMap {
  private final short[] map;

  private PixelMap(short[] map) {
    this.map = map;
  }

  /// True where the stored bits of such an image can hold the value.
  static boolean canHold(ImagePixel image, double stored) {
    int low = least(image);
    return stored >= low && stored < low + (1 << image.bitsStored());
  }

  /// Every value that the stored bits of such an image can hold, ascending.
  static IntStream storedValues(ImagePixel image) {
    int low = least(image);
    return IntStream.range(low, low + (1 << image.bitsStored()));
  }

  private static int least(ImagePixel image) {
    return image.signed() ? -(1 << (image.bitsStored() - 1)) : 0;
  }

  /// The map that replaces the stored values that `wanted` accepts by `replacement`.
  static PixelMap of(ImagePixel image, IntPredicate wanted, int replacement) {
    int allocated = image.bitsAllocated();
    int stored = image.bitsStored();
    int down = image.highBit() + 1 - stored;
    int allBits = (1 << allocated) - 1;
    int storedBits = ((1 << stored) - 1) << down;
    short[] map = new short[1 << allocated];
    for (int word = 0; word < map.length; word++) {
      int value = value(word, image);
      int changed = word;
      if (wanted.test(value)) {
        boolean extended = ((value << down) & allBits) == word;
        changed =
            extended
                ? (replacement << down) & allBits
                : (word & ~storedBits) | ((replacement << down) & storedBits);
      }
      map[word] = (short) changed;
    }
    return new PixelMap(map);
  }

  private static int value(int word, ImagePixel image) {
    int up = 31 - image.highBit();
    int shifted = word << up;
    int back = 32 - image.bitsStored();
    return image.signed() ? shifted >> back : shifted >>> back;
  }

  boolean isWords() {
    return map.length > 256;
  }

  /// Changes the pixels in `length` bytes from `offset`, which begin and end with a whole pixel.
  void apply(byte[] bytes, int offset, int length, ByteOrder order) {
    if (!isWords()) {
      for (int i = offset; i < offset + length; i++) {
        bytes[i] = (byte) map[bytes[i] & 0xFF];
      }
      return;
    }
    int low = order == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
    int high = 1 - low;
    for (int i = offset; i + 1 < offset + length; i += 2) {
      int changed = map[(bytes[i + low] & 0xFF) | ((bytes[i + high] & 0xFF) << 8)];
      bytes[i + low] = (byte) changed;
      bytes[i + high] = (byte) (changed >> 8);
    }
  }
}
