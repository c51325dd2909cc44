package org.voxdesk.codec.rle;

import java.util.Arrays;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameEncoder;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Encodes RLE frames (PS3.5 Annex G): each row by itself, segments of even length.
public final class RleEncoder implements FrameEncoder {
  private static final int LONGEST = 128;

  private byte[] row = new byte[0];

  /// An encoder that keeps one row of one byte plane as a scratch.
  public RleEncoder() {}

  @Override
  public byte[] encode(SampleBuffer samples) throws CodecException {
    int segments = RleHeader.segments(samples);
    int columns = samples.columns();
    if (row.length < columns) {
      row = new byte[columns];
    }
    int longestRow = columns + (columns + LONGEST - 1) / LONGEST;
    byte[] coded = new byte[RleHeader.BYTES + longestRow + samples.length() / 2];
    int at = RleHeader.BYTES;
    RleHeader.put(coded, 0, segments);
    for (int segment = 0; segment < segments; segment++) {
      RleHeader.put(coded, 1 + segment, at);
      int from = RleHeader.firstByte(segment, samples.bytesPerSample());
      for (int line = 0; line < samples.rows(); line++) {
        for (int i = 0; i < columns; i++, from += segments) {
          row[i] = samples.bytes()[from];
        }
        coded = withRoom(coded, at, longestRow + 1L);
        at = pack(row, columns, coded, at);
      }
      // Segments are padded to even length.
      coded[at] = 0;
      at += at & 1;
    }
    return Arrays.copyOf(coded, at);
  }

  /// The array, or a larger copy of it, with `room` bytes from `at`.
  private static byte[] withRoom(byte[] coded, int at, long room) throws CodecException {
    if (coded.length - at >= room) {
      return coded;
    }
    long most = Integer.MAX_VALUE - 8;
    if (at + room > most) {
      throw new CodecException(-1, Sentence.of("rle.too.big", most));
    }
    long length = Math.max(at + room, Math.min(most, coded.length * 3L / 2));
    return Arrays.copyOf(coded, (int) length);
  }

  /// Packs the first `length` bytes of `row` into `coded` from `at`, and returns where they end. A
  /// run of two is worth its own code only where no literal goes on.
  private static int pack(byte[] row, int length, byte[] coded, int at) {
    int start = 0;
    while (start < length) {
      int limit = Math.min(length, start + LONGEST);
      byte value = row[start];
      int end = start + 1;
      while (end < limit && row[end] == value) {
        end++;
      }
      if (end - start >= 2) {
        coded[at++] = (byte) (1 + start - end);
        coded[at++] = value;
      } else {
        end = literalEnd(row, length, start);
        coded[at++] = (byte) (end - start - 1);
        System.arraycopy(row, start, coded, at, end - start);
        at += end - start;
      }
      start = end;
    }
    return at;
  }

  /// Where the literal that begins at `start` ends: before three equal bytes, at the end of the row
  /// or at its greatest length.
  private static int literalEnd(byte[] row, int length, int start) {
    int limit = Math.min(length, start + LONGEST);
    int inside = Math.min(limit, length - 2);
    for (int i = start + 1; i < inside; i++) {
      if (row[i] == row[i + 1] && row[i] == row[i + 2]) {
        return i;
      }
    }
    return limit;
  }
}
