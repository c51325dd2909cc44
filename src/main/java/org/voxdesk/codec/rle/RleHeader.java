package org.voxdesk.codec.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// The header of a frame: the number of segments, and where each begins (PS3.5 G.5). Segment `s` is
/// byte `s % bytesPerSample`, from the most significant, of component `s / bytesPerSample`.
final class RleHeader {
  /// Sixteen numbers of four bytes.
  static final int BYTES = 64;

  static final int MAX_SEGMENTS = 15;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] coded;
  private final int length;
  private final int segments;

  private RleHeader(byte[] coded, int length, int segments) {
    this.coded = coded;
    this.length = length;
    this.segments = segments;
  }

  /// The header of the frame in the first `length` bytes.
  ///
  /// @throws CodecException if it is not all there, has not the segments that `samples` needs, or
  ///   one of them begins outside the frame
  static RleHeader of(byte[] coded, int length, SampleBuffer samples) throws CodecException {
    if (length < BYTES) {
      throw new CodecException(0, Sentence.of("rle.header", length, BYTES));
    }
    int segments = segments(samples);
    int declared = (int) INTS.get(coded, 0);
    if (declared != segments) {
      throw new CodecException(
          0, Sentence.of("rle.segments", Integer.toUnsignedString(declared), segments));
    }
    var header = new RleHeader(coded, length, segments);
    for (int segment = 0; segment < segments; segment++) {
      int start = header.start(segment);
      if (start < BYTES || start >= length) {
        throw new CodecException(
            4 + 4 * segment,
            Sentence.of("rle.offset", segment + 1, Integer.toUnsignedString(start), length));
      }
    }
    return header;
  }

  /// Bytes of one pixel, a segment each.
  ///
  /// @throws CodecException if a header has no room for so many
  static int segments(SampleBuffer samples) throws CodecException {
    long segments = (long) samples.components() * samples.bytesPerSample();
    if (segments > MAX_SEGMENTS) {
      throw new CodecException(-1, Sentence.of("rle.too.many", segments, MAX_SEGMENTS));
    }
    return (int) segments;
  }

  static void put(byte[] coded, int entry, int value) {
    INTS.set(coded, 4 * entry, value);
  }

  int segments() {
    return segments;
  }

  /// Where `segment` begins.
  int start(int segment) {
    return (int) INTS.get(coded, 4 + 4 * segment);
  }

  /// Where `segment` ends at the latest: the next place where one begins, in whatever order they
  /// are; segments that are the same may share their bytes.
  int end(int segment) {
    int start = start(segment);
    int end = length;
    for (int other = 0; other < segments; other++) {
      if (start(other) > start) {
        end = Math.min(end, start(other));
      }
    }
    return end;
  }

  /// Where the first byte of `segment` goes among the samples.
  static int firstByte(int segment, int bytesPerSample) {
    int significance = bytesPerSample - 1 - segment % bytesPerSample;
    return segment / bytesPerSample * bytesPerSample + significance;
  }
}
