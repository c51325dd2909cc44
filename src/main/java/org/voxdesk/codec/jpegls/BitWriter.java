package org.voxdesk.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Writes bytes, and bits with a zero bit behind each byte 0xFF (T.87 A.1), into a growing array.
final class BitWriter {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int position;

  /// The last `count` bits are not written yet; those above them are what was written before.
  private long pending;

  private int count;

  BitWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /// Makes room for `length` more bytes.
  void reserve(int length) {
    if (length > bytes.length - position) {
      long wanted = Math.max((long) position + length, bytes.length * 3L / 2);
      bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(wanted, Integer.MAX_VALUE - 16)));
    }
  }

  /// Writes a byte of a header.
  void octet(int value) {
    bytes[position++] = (byte) value;
  }

  void word(int value) {
    octet(value >> 8);
    octet(value);
  }

  /// Writes the lowest `length` bits, 32 at most, of a number that has no others.
  void bits(int value, int length) {
    pending = (pending << length) | (value & 0xFFFFFFFFL);
    count += length;
    if (count >= 32) {
      flush();
    }
  }

  /// Writes a number as [BitReader#golomb(int, int, int)] reads it.
  void golomb(int value, int k, int unary, int errorBits) {
    int zeros = value >> k;
    if (zeros < unary) {
      int code = (1 << k) | (value & ((1 << k) - 1));
      if (zeros + 1 + k <= 32) {
        bits(code, zeros + 1 + k);
      } else {
        zeros(zeros);
        bits(code, k + 1);
      }
    } else {
      zeros(unary);
      bits(1, 1);
      bits(value - 1, errorBits);
    }
  }

  private void zeros(int length) {
    int left = length;
    for (; left > 32; left -= 32) {
      bits(0, 32);
    }
    bits(0, left);
  }

  private void flush() {
    int word = (int) (pending >>> (count - 32));
    int inverse = ~word;
    boolean anyFull = ((inverse - 0x01010101) & word & 0x80808080) != 0;
    if (!anyFull && bytes[position - 1] != (byte) 0xFF) {
      INT.set(bytes, position, word);
      position += 4;
      count -= 32;
    } else {
      flushBytes();
    }
  }

  private void flushBytes() {
    int size = size();
    while (count >= size) {
      count -= size;
      bytes[position++] = (byte) ((pending >>> count) & ((1 << size) - 1));
      size = size();
    }
  }

  /// Bits that the next byte takes.
  private int size() {
    return bytes[position - 1] == (byte) 0xFF ? 7 : 8;
  }

  /// Fills the last byte with zeros; behind 0xFF that is a whole byte.
  void endOfData() {
    flushBytes();
    int left = size() - count;
    if (left < 8) {
      bits(0, left);
      flushBytes();
    }
  }

  /// What was written.
  byte[] toBytes() {
    return Arrays.copyOf(bytes, position);
  }
}
