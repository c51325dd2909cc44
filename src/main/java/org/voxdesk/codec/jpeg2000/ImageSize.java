package org.voxdesk.codec.jpeg2000;

import java.nio.ByteBuffer;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// The image and its tiles on the reference grid: the marker segment SIZ (ISO 15444-1 A.5.1).
///
/// @param right where the image ends
/// @param bottom where the image ends
/// @param left where the image begins
/// @param top where the image begins
/// @param tileWidth width of a tile, at most up to the end of the image
/// @param tileHeight height of a tile, at most up to the end of the image
/// @param tilesLeft where the first tile begins, outside or at the edge of the image
/// @param tilesTop where the first tile begins
/// @param depths of each component, its bits, plus [#SIGNED] where it is signed
@SuppressWarnings("ArrayRecordComponent")
record ImageSize(
    int right,
    int bottom,
    int left,
    int top,
    int tileWidth,
    int tileHeight,
    int tilesLeft,
    int tilesTop,
    int[] depths) {
  static final int SIGNED = 0x80;

  private static final int FIXED = 38;
  private static final int MAX_COMPONENTS = 4;
  private static final int MAX_BITS = 16;
  private static final int MAX_TILES = 65_535;
  private static final int MAX_COORDINATE = 1 << 30;

  /// Reads a segment, which begins with its length.
  ///
  /// @throws CodecException if it contradicts itself, or the image is of a kind that is not decoded
  static ImageSize of(ByteBuffer segment) throws CodecException {
    if (segment.limit() < FIXED) {
      throw Codestream.damaged();
    }
    int capabilities = segment.getShort(2) & 0xFFFF;
    if ((capabilities & 0xC000) != 0) {
      throw new CodecException(-1, Sentence.of("codec.jpeg2000.extension"));
    }
    int components = segment.getShort(36) & 0xFFFF;
    if (components < 1
        || components > MAX_COMPONENTS
        || segment.limit() != FIXED + 3 * components) {
      throw new CodecException(-1, Sentence.of("codec.jpeg2000.components", components));
    }
    int right = segment.getInt(4);
    int bottom = segment.getInt(8);
    int tilesLeft = segment.getInt(28);
    int tilesTop = segment.getInt(32);
    var size =
        new ImageSize(
            right,
            bottom,
            segment.getInt(12),
            segment.getInt(16),
            Math.min(segment.getInt(20), right - tilesLeft),
            Math.min(segment.getInt(24), bottom - tilesTop),
            tilesLeft,
            tilesTop,
            depths(segment, components));
    size.check();
    return size;
  }

  private static int[] depths(ByteBuffer segment, int components) throws CodecException {
    int[] depths = new int[components];
    for (int i = 0; i < components; i++) {
      int depth = segment.get(FIXED + 3 * i) & 0xFF;
      if ((depth & 0x7F) >= MAX_BITS) {
        throw new CodecException(
            -1, Sentence.of("codec.jpeg2000.precision", (depth & 0x7F) + 1, MAX_BITS));
      }
      if (segment.get(FIXED + 3 * i + 1) != 1 || segment.get(FIXED + 3 * i + 2) != 1) {
        throw new CodecException(-1, Sentence.of("codec.jpeg2000.subsampled"));
      }
      depths[i] = depth + 1;
    }
    return depths;
  }

  private void check() throws CodecException {
    boolean consistent =
        isAxis(left, right, tilesLeft, tileWidth)
            && isAxis(top, bottom, tilesTop, tileHeight)
            && (long) tilesAcross() * tilesDown() <= MAX_TILES;
    if (!consistent) {
      throw Codestream.damaged();
    }
  }

  private static boolean isAxis(int start, int end, int tiles, int tile) {
    return tiles >= 0
        && tiles <= start
        && start < end
        && end <= MAX_COORDINATE
        && tile > start - tiles;
  }

  /// @throws CodecException if the image is not what `samples` has room for
  void check(SampleBuffer samples) throws CodecException {
    if (right - left != samples.columns()
        || bottom - top != samples.rows()
        || depths.length != samples.components()) {
      throw new CodecException(
          -1,
          Sentence.of(
              "codec.jpeg2000.size",
              right - left,
              bottom - top,
              depths.length,
              samples.columns(),
              samples.rows(),
              samples.components()));
    }
    for (int component = 0; component < depths.length; component++) {
      if (bits(component) > 8 * samples.bytesPerSample()) {
        throw new CodecException(
            -1,
            Sentence.of("codec.jpeg2000.precision", bits(component), 8 * samples.bytesPerSample()));
      }
    }
  }

  int components() {
    return depths.length;
  }

  int bits(int component) {
    return depths[component] & ~SIGNED;
  }

  boolean isSigned(int component) {
    return (depths[component] & SIGNED) != 0;
  }

  int tilesAcross() {
    return Math.ceilDiv(right - tilesLeft, tileWidth);
  }

  int tilesDown() {
    return Math.ceilDiv(bottom - tilesTop, tileHeight);
  }

  int tiles() {
    return tilesAcross() * tilesDown();
  }

  /// Where tile `tile` begins within the image.
  int tileLeft(int tile) {
    return Math.max(left, tilesLeft + tile % tilesAcross() * tileWidth);
  }

  int tileTop(int tile) {
    return Math.max(top, tilesTop + tile / tilesAcross() * tileHeight);
  }

  int tileRight(int tile) {
    return (int) Math.min(right, tilesLeft + (tile % tilesAcross() + 1L) * tileWidth);
  }

  int tileBottom(int tile) {
    return (int) Math.min(bottom, tilesTop + (tile / tilesAcross() + 1L) * tileHeight);
  }
}
