package org.voxdesk.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The first bytes of another stream, which must have as many.
final class BoundedStream extends InputStream {
  private final InputStream in;
  private long remaining;

  BoundedStream(InputStream in, long length) {
    this.in = in;
    this.remaining = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (remaining == 0) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, remaining));
    if (count < 0) {
      throw new EOFException("the file has become shorter while it was read");
    }
    remaining -= count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
