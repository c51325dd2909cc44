package org.voxdesk.dicom;

import java.io.IOException;
import java.io.InputStream;

/// The bytes of a big value from the first to the last, fetched a chunk at a time.
final class BulkStream extends InputStream {
  private static final int CHUNK = 256 * 1024;

  private final BulkData data;
  private final byte[] chunk;
  private long next;
  private int position;
  private int filled;

  BulkStream(BulkData data) {
    this.data = data;
    this.chunk = new byte[(int) Math.min(CHUNK, data.length())];
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (position == filled) {
      filled = (int) Math.min(chunk.length, data.length() - next);
      position = 0;
      if (filled == 0) {
        return -1;
      }
      data.read(next, chunk, 0, filled);
      next += filled;
    }
    int count = Math.min(length, filled - position);
    System.arraycopy(chunk, position, target, offset, count);
    position += count;
    return count;
  }
}
