package org.voxdesk.io;

import java.io.IOException;
import java.nio.ByteOrder;

/// A reading position in a [ByteSource], over a small window so that headers cost no system call.
final class ByteCursor {
  private static final int WINDOW = 8 * 1024;

  private final ByteSource source;
  private final long size;
  private final byte[] window;
  private long windowStart;
  private int windowLength;
  private long position;

  ByteCursor(ByteSource source, long position) {
    this.source = source;
    this.size = source.size();
    this.position = position;
    if (source instanceof MemorySource(byte[] bytes)) {
      this.window = bytes;
      this.windowLength = bytes.length;
    } else {
      this.window = new byte[(int) Math.min(WINDOW, size)];
    }
  }

  ByteSource source() {
    return source;
  }

  long size() {
    return size;
  }

  long position() {
    return position;
  }

  void position(long target) {
    position = target;
  }

  /// Where the position is in the window, once `count` bytes from there are in it. They must be
  /// within the source and fewer than a window.
  private int index(int count) throws IOException {
    long index = position - windowStart;
    if (index < 0 || index + count > windowLength) {
      windowLength = 0;
      windowStart = position;
      int length = (int) Math.min(window.length, size - position);
      source.read(windowStart, window, 0, length);
      windowLength = length;
      index = 0;
    }
    return (int) index;
  }

  /// The byte `ahead` of the position.
  int at(int ahead) throws IOException {
    return window[index(ahead + 1) + ahead] & 0xFF;
  }

  int u16(int ahead, ByteOrder order) throws IOException {
    int index = index(ahead + 2) + ahead;
    int first = window[index] & 0xFF;
    int second = window[index + 1] & 0xFF;
    return order == ByteOrder.LITTLE_ENDIAN ? first | (second << 8) : (first << 8) | second;
  }

  long u32(int ahead, ByteOrder order) throws IOException {
    long first = u16(ahead, order);
    long second = u16(ahead + 2, order);
    return order == ByteOrder.LITTLE_ENDIAN ? first | (second << 16) : (first << 16) | second;
  }

  /// The four bytes there as a tag: `0xggggeeee`.
  int tag(int ahead, ByteOrder order) throws IOException {
    return (u16(ahead, order) << 16) | u16(ahead + 2, order);
  }

  /// The next `length` bytes; the position moves behind them.
  byte[] take(int length) throws IOException {
    byte[] bytes = new byte[length];
    if (length > 0) {
      if (length <= window.length) {
        System.arraycopy(window, index(length), bytes, 0, length);
      } else {
        source.read(position, bytes, 0, length);
      }
    }
    position += length;
    return bytes;
  }
}
