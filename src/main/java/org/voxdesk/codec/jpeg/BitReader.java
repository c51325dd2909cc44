package org.voxdesk.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// Bits of the coded data of a scan (T.81 F.2.2.5): stuffed zeros are taken out, and no marker is
/// passed. Behind the last bit come zeros without end; [#check()] says whether one was taken.
final class BitReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte[] bytes;
  private final int end;
  private int at;

  /// The next bits, the first of them highest. Those behind the first `count` are 0 or the same
  /// that will come there.
  private long bits;

  private int count;
  private int padding;

  /// Reads the first `end` bytes of a frame.
  BitReader(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /// Goes on with the bits at `position`.
  void seek(int position) {
    at = position;
    bits = 0;
    count = 0;
    padding = 0;
  }

  /// The next symbol of `table`. At least 16 bits remain for [#extended(int)].
  int symbol(HuffmanTable table) throws CodecException {
    if (count < 32) {
      fill();
    }
    int code = table.codes[(int) (bits >>> (64 - HuffmanTable.BITS))];
    if (code == 0) {
      code = longCode(table);
    }
    int length = code >> 8;
    bits <<= length;
    count -= length;
    return code & 0xFF;
  }

  /// The next difference: a category of `table` and the bits behind it (T.81 F.2.2.1, H.1.2.2).
  int difference(HuffmanTable table) throws CodecException {
    if (count < 32) {
      fill();
    }
    int value = table.values[(int) (bits >>> (64 - HuffmanTable.BITS))];
    if (value != 0) {
      int length = value & 0xFF;
      bits <<= length;
      count -= length;
      return value >> 8;
    }
    int category = symbol(table);
    return category == 16 ? 1 << 15 : extended(category);
  }

  /// The next `number` differences, into `line` from `at` on.
  void differences(HuffmanTable table, int[] line, int at, int number) throws CodecException {
    for (int i = at; i < at + number; i++) {
      line[i] = difference(table);
    }
  }

  /// The difference of a category, 0 to 15, whose symbol was just taken.
  int extended(int category) {
    int value = (int) (bits >>> 1 >>> (63 - category));
    int negative = (int) ~(bits >> 63);
    bits <<= category;
    count -= category;
    return value + (negative & ((-1 << category) + 1));
  }

  /// The next `number` bits, 0 to 16.
  int take(int number) {
    if (count < 32) {
      fill();
    }
    int value = (int) (bits >>> 1 >>> (63 - number));
    bits <<= number;
    count -= number;
    return value;
  }

  private int longCode(HuffmanTable table) throws CodecException {
    int code = table.longCode((int) (bits >>> 48));
    if (code == 0) {
      check();
      throw new CodecException(at, Sentence.of("jpeg.code"));
    }
    return code;
  }

  private void fill() {
    if (at <= end - 8) {
      long next = (long) LONGS.get(bytes, at);
      if ((next & (~next - LOW_BITS) & HIGH_BITS) == 0) {
        bits |= next >>> count;
        int taken = (64 - count) >>> 3;
        at += taken;
        count += taken << 3;
        return;
      }
    }
    fillSlowly();
  }

  private void fillSlowly() {
    while (count <= 56) {
      if (at < end && bytes[at] != (byte) 0xFF) {
        bits |= (bytes[at++] & 0xFFL) << (56 - count);
      } else {
        int next = afterFill();
        if (next < end && bytes[next] == 0) {
          bits |= 0xFFL << (56 - count);
          at = next + 1;
        } else {
          padding += 8;
        }
      }
      count += 8;
    }
  }

  /// Where the byte behind one 0xFF or more is.
  private int afterFill() {
    int next = at;
    while (next < end && bytes[next] == (byte) 0xFF) {
      next++;
    }
    return next;
  }

  /// Checks that no more bits were taken than there are. To be called once a line.
  void check() throws CodecException {
    if (count < padding) {
      throw new CodecException(at, Sentence.of("jpeg.truncated"));
    }
  }

  /// Passes restart marker `number` modulo 8 (T.81 F.2.2.4); only what is left of the interval
  /// before may stand in front of it.
  void restart(int number) throws CodecException {
    check();
    int marker = Marker.RST0 + (number & 7);
    var segments = new Segments(bytes, end);
    segments.seek(at);
    int found = segments.next();
    if (found == Marker.NONE) {
      throw new CodecException(end, Sentence.of("jpeg.truncated"));
    }
    if (found != marker) {
      throw new CodecException(segments.position(), Sentence.of("jpeg.restart", number & 7));
    }
    seek(segments.position());
  }

  /// Where the first byte that was not looked at is; no marker is before it.
  int position() {
    return at;
  }
}
