package org.voxdesk.pixel;

/// Which bits of a sample are its value: Bits Stored of them, from High Bit down; what stands in
/// the others is an overlay, or nothing (PS3.5 8.1.1).
final class StoredBits {
  /// One bit above the stored ones is no evidence: it is always equal to itself.
  private static final int MOST_BELIED = 14;

  private StoredBits() {}

  /// Takes the value out of every word of a frame whose samples were widened to 16 bits.
  static void take(short[] words, ImagePixel image) {
    int stored = image.bitsStored();
    int down = image.highBit() + 1 - stored;
    boolean whole = down == 0 && stored == image.bitsAllocated();
    if (whole && (stored == 16 || !image.signed())) {
      return;
    }
    int up = 32 - stored - down;
    int back = 32 - stored;
    if (image.signed()) {
      for (int i = 0; i < words.length; i++) {
        words[i] = (short) ((words[i] << up) >> back);
      }
    } else {
      for (int i = 0; i < words.length; i++) {
        words[i] = (short) ((words[i] << up) >>> back);
      }
    }
  }

  /// The same for samples of 32 bits.
  static void take(int[] words, ImagePixel image) {
    int stored = image.bitsStored();
    int up = 31 - image.highBit();
    int back = 32 - stored;
    if (up == 0 && back == 0) {
      return;
    }
    for (int i = 0; i < words.length; i++) {
      words[i] = image.signed() ? (words[i] << up) >> back : (words[i] << up) >>> back;
    }
  }

  /// Whether the words of a frame belie Bits Stored: the negative ones are sign-extended, as they
  /// should be, and others are as great as only an unsigned number of so many bits can be. Such a
  /// frame holds numbers of Bits Allocated, unless an overlay is in it; other toolkits take it so
  /// too.
  static boolean areBelied(short[] words, ImagePixel image) {
    int stored = image.bitsStored();
    if (!image.signed()
        || image.bitsAllocated() != 16
        || stored > MOST_BELIED
        || image.highBit() != stored - 1) {
      return false;
    }
    boolean extended = false;
    boolean beyond = false;
    for (short word : words) {
      int above = word >> stored;
      if (above != 0 && above != -1) {
        return false;
      }
      boolean negative = above == -1;
      boolean signBit = (word >> (stored - 1) & 1) != 0;
      if (negative && !signBit) {
        return false;
      }
      extended |= negative;
      beyond |= !negative && signBit;
    }
    return extended && beyond;
  }
}
