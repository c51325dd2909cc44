package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;

/// Writes one band of AC coefficients of a progressive frame, block after block (T.81 G.1.2.2 and
/// G.1.2.3). Blocks that end early are counted, and the bits that correct their coefficients wait
/// until the count is written.
final class ProgressiveBand {
  private static final int MOST = 0x7FFF;

  private final JpegWriter writer;
  private final CodeBook book;
  private final int start;
  private final int end;
  private final int low;
  private final List<Integer> waiting = new ArrayList<>();
  private int ended;

  ProgressiveBand(JpegWriter writer, CodeBook book, int start, int end, int approximation) {
    this.writer = writer;
    this.book = book;
    this.start = start;
    this.end = end;
    this.low = approximation & 15;
  }

  void first(int[] block) {
    int run = 0;
    for (int k = start; k <= end; k++) {
      int value = Math.abs(block[k]) >> low;
      if (value == 0) {
        run++;
        continue;
      }
      flush();
      for (; run > 15; run -= 16) {
        writer.symbol(book, 0xF0);
      }
      int category = JpegWriter.category(value);
      writer.symbol(book, 16 * run + category);
      writer.extra(block[k] < 0 ? -value : value, category);
      run = 0;
    }
    endBlock(run > 0);
  }

  void refine(int[] block) {
    int last = start - 1;
    for (int k = start; k <= end; k++) {
      last = Math.abs(block[k]) >> low == 1 ? k : last;
    }
    int run = 0;
    var corrections = new ArrayList<Integer>();
    for (int k = start; k <= end; k++) {
      int value = Math.abs(block[k]) >> low;
      if (value == 0) {
        run++;
        continue;
      }
      for (; run > 15 && k <= last; run -= 16) {
        flush();
        writer.symbol(book, 0xF0);
        put(corrections);
      }
      if (value > 1) {
        corrections.add(value & 1);
        continue;
      }
      flush();
      writer.symbol(book, 16 * run + 1);
      writer.bits(block[k] > 0 ? 1 : 0, 1);
      put(corrections);
      run = 0;
    }
    waiting.addAll(corrections);
    endBlock(run > 0 || !corrections.isEmpty());
  }

  private void endBlock(boolean early) {
    if (early && ++ended == MOST) {
      flush();
    }
  }

  /// Writes how many blocks ended since the last symbol.
  void flush() {
    if (ended > 0) {
      int bits = JpegWriter.category(ended) - 1;
      writer.symbol(book, bits << 4);
      writer.bits(ended, bits);
      ended = 0;
    }
    put(waiting);
  }

  private void put(List<Integer> bits) {
    bits.forEach(bit -> writer.bits(bit, 1));
    bits.clear();
  }
}
