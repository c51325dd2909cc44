package org.voxdesk.codec.jpegls;

import org.voxdesk.codec.CodecException;

/// Decodes lines of one component: scans of one, and those interleaved by line.
///
/// Lines hold their samples from place 1 on. Place 0 and the one behind the last are set here, to
/// what T.87 A.2.1 sees beyond the edges.
final class LineDecoder {
  private final SampleDecoder decoder;
  private final ContextModel model;
  private final BitReader reader;
  private final int columns;
  private final int near;

  LineDecoder(SampleDecoder decoder, int columns) {
    this.decoder = decoder;
    this.columns = columns;
    model = decoder.model();
    reader = decoder.reader();
    near = model.parameters().near();
  }

  /// Decodes `line` below `above`.
  ///
  /// @param runIndex the order of runs so far in this component
  /// @return the order of runs from here on
  int decode(int[] above, int[] line, int runIndex) throws CodecException {
    above[columns + 1] = above[columns];
    line[0] = above[1];
    int index = runIndex;
    int left = line[0];
    int up = above[1];
    int upLeft = above[0];
    int region2 = model.region(up - upLeft);
    int x = 1;
    while (x <= columns) {
      int upRight = above[x + 1];
      int region1 = model.region(upRight - up);
      int context = ContextModel.context(region1, region2, model.region(upLeft - left));
      if (context != 0) {
        left = decoder.regular(context, left, up, upLeft);
        line[x] = left;
        upLeft = up;
        up = upRight;
        region2 = region1;
        x++;
        continue;
      }
      long run = run(reader, index, columns + 1 - x);
      index = (int) run & 31;
      for (int end = x + (int) (run >> 5); x < end; x++) {
        line[x] = left;
      }
      if (x <= columns) {
        int type = Math.abs(left - above[x]) <= near ? 1 : 0;
        left = decoder.interruption(type, ContextModel.runBits(index), left, above[x]);
        line[x] = left;
        index = Math.max(0, index - 1);
        upLeft = above[x];
        x++;
        up = above[x];
        region2 = model.region(up - upLeft);
      }
    }
    reader.check();
    return index;
  }

  /// Decodes the length of a run (T.87 A.7.1.2): `length << 5 | order`. A run shorter than `room`
  /// is interrupted by the sample behind it.
  static long run(BitReader reader, int runIndex, int room) throws CodecException {
    int index = runIndex;
    int length = 0;
    while (reader.bit()) {
      int whole = 1 << ContextModel.runBits(index);
      if (whole > room - length) {
        return (long) room << 5 | index;
      }
      length += whole;
      index = Math.min(31, index + 1);
      if (length == room) {
        return (long) room << 5 | index;
      }
    }
    length += reader.bits(ContextModel.runBits(index));
    if (length >= room) {
      throw reader.damaged();
    }
    return (long) length << 5 | index;
  }
}
