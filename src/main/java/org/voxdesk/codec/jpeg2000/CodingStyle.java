package org.voxdesk.codec.jpeg2000;

import java.nio.ByteBuffer;
import org.voxdesk.codec.CodecException;

/// How a component is divided: what the marker segments COD and COC have in common (ISO 15444-1
/// A.6.1, A.6.2).
///
/// @param levels decomposition levels
/// @param blockWidth binary logarithm of the width of a code-block
/// @param blockHeight binary logarithm of its height
/// @param precincts of each resolution, the logarithms of width and height in a byte; empty where
///   they are the greatest
@SuppressWarnings("ArrayRecordComponent")
record CodingStyle(int levels, int blockWidth, int blockHeight, byte[] precincts) {
  /// Beyond these the library's arithmetic overflows; the standard has 32.
  private static final int MAX_LEVELS = 30;

  private static final int MAX_BLOCK = 10;
  private static final int MAX_BLOCK_AREA = 12;
  private static final int GREATEST_PRECINCT = 15;

  /// Reads what begins at `at` in the segment, and ends with it.
  ///
  /// @param hasPrecincts true where sizes of precincts follow
  static CodingStyle of(ByteBuffer segment, int at, boolean hasPrecincts) throws CodecException {
    int fixed = at + 5;
    if (segment.limit() < fixed) {
      throw Codestream.damaged();
    }
    int levels = segment.get(at) & 0xFF;
    int blockWidth = (segment.get(at + 1) & 0xFF) + 2;
    int blockHeight = (segment.get(at + 2) & 0xFF) + 2;
    byte[] precincts = new byte[hasPrecincts ? levels + 1 : 0];
    if (levels > MAX_LEVELS
        || blockWidth > MAX_BLOCK
        || blockHeight > MAX_BLOCK
        || blockWidth + blockHeight > MAX_BLOCK_AREA
        || (segment.get(at + 3) & 0xC0) != 0
        || (segment.get(at + 4) & 0xFE) != 0
        || segment.limit() != fixed + precincts.length) {
      throw Codestream.damaged();
    }
    segment.get(fixed, precincts);
    for (int i = 1; i < precincts.length; i++) {
      if ((precincts[i] & 0x0F) == 0 || (precincts[i] & 0xF0) == 0) {
        throw Codestream.damaged();
      }
    }
    return new CodingStyle(levels, blockWidth, blockHeight, precincts);
  }

  /// Precincts of one component of the tile that lies there on the reference grid.
  long precincts(int left, int top, int right, int bottom) {
    long count = 0;
    for (int resolution = 0; resolution <= levels; resolution++) {
      count +=
          cells(left, right, resolution, precinctWidth(resolution))
              * cells(top, bottom, resolution, precinctHeight(resolution));
    }
    return count;
  }

  /// Code-blocks of the same, or a few more.
  long blocks(int left, int top, int right, int bottom) {
    long count = 0;
    for (int resolution = 0; resolution <= levels; resolution++) {
      // Above the lowest resolution there are three sub-bands at half its size.
      int half = resolution == 0 ? 0 : 1;
      int width = Math.min(blockWidth + half, precinctWidth(resolution));
      int height = Math.min(blockHeight + half, precinctHeight(resolution));
      count +=
          (resolution == 0 ? 1 : 3)
              * cells(left, right, resolution, width)
              * cells(top, bottom, resolution, height);
    }
    return count;
  }

  /// Cells of a grid with a step of 2 to the power of `size` that a resolution touches.
  private long cells(long start, long end, int resolution, int size) {
    int down = levels - resolution;
    long first = ceil(start, down);
    long last = ceil(end, down);
    return last > first ? ceil(last, size) - (first >> size) : 0;
  }

  private static long ceil(long value, int power) {
    return (value + (1L << power) - 1) >> power;
  }

  private int precinctWidth(int resolution) {
    return precincts.length == 0 ? GREATEST_PRECINCT : precincts[resolution] & 0x0F;
  }

  private int precinctHeight(int resolution) {
    return precincts.length == 0 ? GREATEST_PRECINCT : (precincts[resolution] >> 4) & 0x0F;
  }
}
