package org.voxdesk.codec.rle;

import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Decodes RLE frames (PS3.5 Annex G). Runs may cross rows, segments may come in any order, and
/// what a segment yields beyond its plane is padding unless it is a row or more.
public final class RleDecoder implements FrameDecoder {
  private static final int LEAST_SURPLUS = 16;

  /// Where the last call of [#unpack] stopped reading.
  private int next;

  /// A decoder, which keeps nothing between frames.
  public RleDecoder() {}

  @Override
  public void decode(byte[] coded, int length, SampleBuffer samples) throws CodecException {
    RleHeader header = RleHeader.of(coded, length, samples);
    int step = header.segments();
    for (int segment = 0; segment < step; segment++) {
      int end = header.end(segment);
      int first = RleHeader.firstByte(segment, samples.bytesPerSample());
      int stop = samples.length() + first;
      int reached = unpack(coded, header.start(segment), end, samples.bytes(), first, stop, step);
      if (reached < stop) {
        int missing = (stop - reached) / step;
        throw new CodecException(end, Sentence.of("rle.short", segment + 1, step, missing));
      }
      // A few bytes more are padding; a whole row more is another image.
      if (surplus(coded, next, end) >= Math.max(samples.columns(), LEAST_SURPLUS)) {
        throw new CodecException(next, Sentence.of("rle.long", segment + 1, step));
      }
    }
  }

  /// Unpacks `coded` from `in` to `end` into every `step`th byte of `bytes` from `at` up to `stop`,
  /// a whole number of steps away, and returns where it got to.
  private int unpack(byte[] coded, int in, int end, byte[] bytes, int at, int stop, int step) {
    while (at < stop && end - in >= 2) {
      int code = coded[in++];
      if (code >= 0) {
        int count = Math.min(Math.min(code + 1, end - in), (stop - at) / step);
        for (int last = in + count; in < last; in++, at += step) {
          bytes[at] = coded[in];
        }
      } else if (code != -128) {
        byte value = coded[in++];
        int past = (int) Math.min(stop, at + (1L - code) * step);
        for (; at < past; at += step) {
          bytes[at] = value;
        }
      }
    }
    next = in;
    return at;
  }

  /// How many bytes `coded` holds from `in` to `end`.
  private static long surplus(byte[] coded, int in, int end) {
    long bytes = 0;
    int at = in;
    while (end - at >= 2) {
      int code = coded[at];
      bytes += code >= 0 ? Math.min(code + 1, end - at - 1) : code == -128 ? 0 : 1 - code;
      at += code >= 0 ? code + 2 : code == -128 ? 1 : 2;
    }
    return bytes;
  }
}
