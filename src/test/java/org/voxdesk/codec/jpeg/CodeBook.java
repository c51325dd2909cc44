package org.voxdesk.codec.jpeg;

import java.util.SplittableRandom;

/// A Huffman table to write with. It is not a good one: short codes and long ones fall to symbols
/// by chance, so that all lengths occur.
final class CodeBook {
  private static final int[] FEW = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 3};
  private static final int[] MANY = {0, 0, 0, 8, 0, 0, 0, 32, 0, 0, 0, 128, 0, 0, 0, 88};

  private final int[] counts;
  private final int[] symbols;
  private final int[] codes = new int[256];
  private final int[] lengths = new int[256];

  private CodeBook(int[] counts, int size, long seed) {
    this.counts = counts;
    this.symbols = shuffled(size, new SplittableRandom(seed));
    int code = 0;
    int at = 0;
    for (int length = 1; length <= 16; length++) {
      for (int i = 0; i < counts[length - 1]; i++) {
        codes[symbols[at]] = code++;
        lengths[symbols[at++]] = length;
      }
      code <<= 1;
    }
  }

  /// For the categories of the lossless process, 0 to 16.
  static CodeBook lossless(long seed) {
    return new CodeBook(FEW, 17, seed);
  }

  /// For the categories of DC coefficients, 0 to 15.
  static CodeBook dc(long seed) {
    int[] counts = FEW.clone();
    counts[15]--;
    return new CodeBook(counts, 16, seed);
  }

  /// For all symbols of AC coefficients.
  static CodeBook ac(long seed) {
    return new CodeBook(MANY, 256, seed);
  }

  private static int[] shuffled(int size, SplittableRandom random) {
    int[] symbols = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      symbols[i] = symbols[other];
      symbols[other] = i;
    }
    return symbols;
  }

  int code(int symbol) {
    return codes[symbol];
  }

  int length(int symbol) {
    return lengths[symbol];
  }

  /// The content of a DHT segment; `kind` is class and number.
  int[] segment(int kind) {
    int[] content = new int[17 + symbols.length];
    content[0] = kind;
    System.arraycopy(counts, 0, content, 1, 16);
    System.arraycopy(symbols, 0, content, 17, symbols.length);
    return content;
  }
}
