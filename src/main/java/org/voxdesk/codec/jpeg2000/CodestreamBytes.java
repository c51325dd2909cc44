package org.voxdesk.codec.jpeg2000;

import java.util.Objects;
import jj2000.j2k.io.EndianType;
import jj2000.j2k.io.RandomAccessIO;

/// A code stream in memory, as the library reads it. The library's interface can also write, which
/// it never does to what it decodes: those methods are unsupported for good.
///
/// Where the library reads beyond the end or goes in circles, an unchecked exception gets it out:
/// it would print others, or take them for the end of a stream that was cut on purpose.
final class CodestreamBytes implements RandomAccessIO {
  private static final int READINGS = 8;

  private final byte[] bytes;
  private int position;
  private int afterFf = -1;
  private long left;
  private int expected = -1;

  CodestreamBytes(byte[] bytes) {
    this.bytes = bytes;
    this.left = (long) READINGS * bytes.length + 4096;
  }

  /// Says where the library must come by.
  void expect(int offset) {
    expected = offset;
  }

  /// Whether it has gone to where it was expected.
  boolean cameBy() {
    return expected < 0;
  }

  @Override
  public int getPos() {
    return position;
  }

  @Override
  public int length() {
    return bytes.length;
  }

  @Override
  public void seek(int offset) {
    position = Objects.checkIndex(offset, bytes.length + 1);
    spend(1);
    if (offset == expected) {
      expected = -1;
    }
  }

  /// One byte of a packet header, or of a marker in front of one. After FF comes a stuffed bit, 0
  /// (ISO 15444-1 B.10.1); without it the library's bit reader never leaves the byte.
  @Override
  public int read() {
    int value = readUnsignedByte();
    if (value == 0xFF && afterFf == position - 1) {
      throw new IllegalStateException("no stuffed bit");
    }
    if (value == 0xFF) {
      afterFf = position;
    }
    return value;
  }

  @Override
  public void readFully(byte[] target, int offset, int length) {
    spend(length);
    System.arraycopy(bytes, position, target, offset, length);
    position += length;
  }

  @Override
  public int skipBytes(int count) {
    seek(position + count);
    return count;
  }

  private void spend(int count) {
    left -= count;
    if (left < 0) {
      throw new IllegalStateException("read " + READINGS + " times over");
    }
  }

  @Override
  public byte readByte() {
    return (byte) readUnsignedByte();
  }

  @Override
  public int readUnsignedByte() {
    spend(1);
    return bytes[position++] & 0xFF;
  }

  @Override
  public short readShort() {
    return (short) readUnsignedShort();
  }

  @Override
  public int readUnsignedShort() {
    int high = readUnsignedByte();
    return (high << 8) | readUnsignedByte();
  }

  @Override
  public int readInt() {
    int high = readUnsignedShort();
    return (high << 16) | readUnsignedShort();
  }

  @Override
  public long readUnsignedInt() {
    return readInt() & 0xFFFF_FFFFL;
  }

  @Override
  public long readLong() {
    long high = readUnsignedInt();
    return (high << 32) | readUnsignedInt();
  }

  @Override
  public float readFloat() {
    return Float.intBitsToFloat(readInt());
  }

  @Override
  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  @Override
  public int getByteOrdering() {
    return EndianType.BIG_ENDIAN;
  }

  @Override
  public void close() {}

  @Override
  public void flush() {}

  @Override
  public void write(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeByte(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeShort(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeInt(int value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeLong(long value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeFloat(float value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void writeDouble(double value) {
    throw new UnsupportedOperationException();
  }
}
