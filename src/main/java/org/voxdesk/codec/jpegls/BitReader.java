package org.voxdesk.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// The bits of a scan, most significant first, without the zero bit that follows each byte 0xFF
/// (T.87 A.1). Behind the last bit it goes on with zeros, until [#check()] finds that.
final class BitReader {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte[] bytes;
  private final int end;
  private int position;

  /// The next bits from the top. Below the first `count` there may be some of those that `position`
  /// comes to next, so that taking them in again changes nothing.
  private long next;

  private int count;

  /// How many zeros from behind the end were put into `next` so far.
  private int padding;

  /// Starts at `position`, in bytes that end before `end`.
  BitReader(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /// A code of the limited Golomb code (T.87 A.5.3): up to `unary` zeros, a one and k bits, or
  /// `errorBits` where there are `unary` zeros.
  int golomb(int k, int unary, int errorBits) throws CodecException {
    if (count < 32) {
      fill();
    }
    int zeros = Long.numberOfLeadingZeros(next);
    int length = zeros + 1 + k;
    if (length > 32 || zeros >= unary) {
      return longGolomb(k, unary, errorBits);
    }
    long rest = next << zeros << 1;
    next = rest << k;
    count -= length;
    return (zeros << k) | (int) (rest >>> 1 >>> (63 - k));
  }

  private int longGolomb(int k, int unary, int errorBits) throws CodecException {
    int zeros = 0;
    int more = Math.min(32, Long.numberOfLeadingZeros(next));
    while (more == 32 && zeros <= unary) {
      skip(32);
      zeros += 32;
      more = Math.min(32, Long.numberOfLeadingZeros(next));
    }
    zeros += more;
    if (zeros > unary || k > 16) {
      throw damaged();
    }
    skip(more + 1 > 32 ? 32 : more + 1);
    return zeros == unary ? bits(errorBits) + 1 : (zeros << k) | bits(k);
  }

  private void skip(int length) {
    next <<= length;
    count -= length;
    if (count < 32) {
      fill();
    }
  }

  boolean bit() {
    if (count < 1) {
      fill();
    }
    boolean one = next < 0;
    next <<= 1;
    count--;
    return one;
  }

  /// The next `length` bits, 32 at most, as a number.
  int bits(int length) {
    if (count < length) {
      fill();
    }
    int value = (int) (next >>> 1 >>> (63 - length));
    next <<= length;
    count -= length;
    return value;
  }

  /// Brings `count` from 32 or less to more than 55.
  private void fill() {
    if (position + 8 <= end) {
      long word = (long) LONG.get(bytes, position);
      long inverse = ~word;
      // Zero if there is no byte 0xFF among them.
      if (((inverse - LOW_BITS) & word & HIGH_BITS) == 0) {
        next |= word >>> count;
        position += (63 - count) >> 3;
        count |= 56;
        return;
      }
    }
    fillByByte();
  }

  private void fillByByte() {
    while (count <= 56) {
      if (atEnd(position)) {
        padding += 64 - count;
        count = 64;
        return;
      }
      int value = bytes[position++] & 0xFF;
      next |= (long) value << (56 - count);
      // After 0xFF the zero bit of the next byte falls on the last one of this, and is lost there.
      count += value == 0xFF ? 7 : 8;
    }
  }

  /// Whether a marker or nothing follows.
  private boolean atEnd(int at) {
    return at >= end || (bytes[at] == (byte) 0xFF && (at + 1 >= end || bytes[at + 1] < 0));
  }

  /// Throws if bits from behind the end were taken.
  void check() throws CodecException {
    if (count < padding) {
      throw new CodecException(position, Sentence.of("jpegls.truncated"));
    }
  }

  /// The reason to give up here: the end came too soon, or no encoder writes such bits.
  CodecException damaged() {
    return new CodecException(
        position, Sentence.of(count < padding ? "jpegls.truncated" : "jpegls.damaged"));
  }

  /// Where the marker behind the data is, or the end, now that all samples are decoded.
  ///
  /// @throws CodecException if there is more data
  int endOfData() throws CodecException {
    int at = position;
    int left = count - padding;
    while (left >= (bytes[at - 1] == (byte) 0xFF ? 7 : 8)) {
      at--;
      left -= bytes[at] == (byte) 0xFF ? 7 : 8;
    }
    while (at < end && bytes[at] == 0) {
      at++;
    }
    if (!atEnd(at)) {
      throw new CodecException(at, Sentence.of("jpegls.surplus"));
    }
    return at;
  }

  /// Goes on behind the restart marker of this number, which must be next.
  void restart(int number) throws CodecException {
    int at = endOfData();
    while (at + 1 < end && bytes[at + 1] == (byte) 0xFF) {
      at++;
    }
    if (at + 1 >= end) {
      throw new CodecException(end, Sentence.of("jpegls.truncated"));
    }
    if ((bytes[at + 1] & 0xFF) != Marker.RST0 + (number & 7)) {
      throw new CodecException(at, Sentence.of("jpegls.restart", number & 7));
    }
    position = at + 2;
    next = 0;
    count = 0;
    padding = 0;
  }
}
