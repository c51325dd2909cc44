package org.voxdesk.codec.jpegls;

import java.util.Arrays;
import org.voxdesk.codec.CodecException;

/// Decodes lines of scans that are interleaved by sample, laid out as in [LineDecoder].
final class PixelDecoder {
  private final SampleDecoder decoder;
  private final ContextModel model;
  private final BitReader reader;
  private final int columns;
  private final int[] contexts;

  PixelDecoder(SampleDecoder decoder, int columns, int components) {
    this.decoder = decoder;
    this.columns = columns;
    model = decoder.model();
    reader = decoder.reader();
    contexts = new int[components];
  }

  /// Decodes the lines of all components; the order of runs, taken and given, is one for all.
  int decode(int[][] above, int[][] lines, int runIndex) throws CodecException {
    for (int i = 0; i < contexts.length; i++) {
      above[i][columns + 1] = above[i][columns];
      lines[i][0] = above[i][1];
    }
    int index = runIndex;
    int x = 1;
    while (x <= columns) {
      if (!isFlat(above, lines, x)) {
        for (int i = 0; i < contexts.length; i++) {
          int[] up = above[i];
          lines[i][x] = decoder.regular(contexts[i], lines[i][x - 1], up[x], up[x - 1]);
        }
        x++;
        continue;
      }
      long run = LineDecoder.run(reader, index, columns + 1 - x);
      index = (int) run & 31;
      int end = x + (int) (run >> 5);
      for (int[] line : lines) {
        Arrays.fill(line, x, end, line[x - 1]);
      }
      x = end;
      if (x <= columns) {
        // The sample behind a run is of type 0 in every component (T.87 B.3.2).
        int runBits = ContextModel.runBits(index);
        for (int i = 0; i < contexts.length; i++) {
          lines[i][x] = decoder.interruption(0, runBits, lines[i][x - 1], above[i][x]);
        }
        index = Math.max(0, index - 1);
        x++;
      }
    }
    reader.check();
    return index;
  }

  /// Sets the contexts of pixel x; whether they are 0 in all components.
  private boolean isFlat(int[][] above, int[][] lines, int x) {
    int any = 0;
    for (int i = 0; i < contexts.length; i++) {
      int[] up = above[i];
      int context =
          ContextModel.context(
              model.region(up[x + 1] - up[x]),
              model.region(up[x] - up[x - 1]),
              model.region(up[x - 1] - lines[i][x - 1]));
      contexts[i] = context;
      any |= context;
    }
    return any == 0;
  }
}
