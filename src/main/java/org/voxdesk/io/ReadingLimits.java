package org.voxdesk.io;

/// How much one file may ask for, whatever its lengths say.
///
/// @param depth levels of sequences that are taken apart; what is deeper is kept as bytes
/// @param memory bytes of memory, roughly, that its elements may take
/// @param inflated bytes that a deflated data set may have
record ReadingLimits(int depth, long memory, long inflated) {
  private static final long MIB = 1 << 20;

  /// Inflated bytes up to which no ratio is too high: a mask is nearly all zeros.
  static final long ANY_RATIO = 48 * MIB;

  /// Inflated to deflated bytes beyond [#ANY_RATIO]; deflate itself ends at 1032.
  static final int RATIO = 250;

  /// 128 levels, and a quarter of the memory that the program may have.
  static final ReadingLimits DEFAULT = of(Runtime.getRuntime().maxMemory());

  static ReadingLimits of(long heap) {
    return new ReadingLimits(
        128, Math.max(32 * MIB, heap / 4), Math.min(1024 * MIB, Math.max(48 * MIB, heap / 4)));
  }
}
