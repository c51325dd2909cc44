package org.voxdesk.io;

import java.io.IOException;
import java.nio.ByteOrder;

/// A reading position in a [ByteSource], over a small window so that headers cost no system call.
final class ByteCursor {
  private static final int WINDOW = 16 * 1024;

  private final ByteSource source;
  private final byte[] window;
  private long windowStart;
  private int windowLength;
  private long position;

  ByteCursor(ByteSource source, long position) {
    this.source = source;
    this.window = new byte[(int) Math.min(WINDOW, source.size())];
    this.position = position;
  }

  ByteSource source() {
    return source;
  }

  long position() {
    return position;
  }

  void position(long target) {
    position = target;
  }

  /// The byte `ahead` of the position, which must be within the source and closer than a window.
  int at(int ahead) throws IOException {
    long index = position + ahead - windowStart;
    if (index < 0 || index >= windowLength) {
      windowStart = position;
      windowLength = (int) Math.min(window.length, source.size() - position);
      source.read(windowStart, window, 0, windowLength);
      index = ahead;
    }
    return window[(int) index] & 0xFF;
  }

  int u16(int ahead, ByteOrder order) throws IOException {
    int first = at(ahead);
    int second = at(ahead + 1);
    return order == ByteOrder.LITTLE_ENDIAN ? first | (second << 8) : (first << 8) | second;
  }

  long u32(int ahead, ByteOrder order) throws IOException {
    long first = u16(ahead, order);
    long second = u16(ahead + 2, order);
    return order == ByteOrder.LITTLE_ENDIAN ? first | (second << 16) : (first << 16) | second;
  }

  /// The next `length` bytes; the position moves behind them.
  byte[] take(int length) throws IOException {
    byte[] bytes = new byte[length];
    long index = position - windowStart;
    if (length > 0 && length <= window.length) {
      at(0);
      index = position - windowStart;
      if (index + length > windowLength) {
        windowLength = 0;
        at(0);
        index = 0;
      }
    }
    if (index >= 0 && index + length <= windowLength) {
      System.arraycopy(window, (int) index, bytes, 0, length);
    } else {
      source.read(position, bytes, 0, length);
    }
    position += length;
    return bytes;
  }
}
