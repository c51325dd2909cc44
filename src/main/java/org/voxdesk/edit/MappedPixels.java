package org.voxdesk.edit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import org.voxdesk.dicom.BulkData;

/// Pixel data on disk, seen through a [PixelMap].
///
/// @param pixelBytes how many bytes from the start are pixels; what follows, padding, stays as it
///   is
record MappedPixels(BulkData source, PixelMap map, ByteOrder order, long pixelBytes)
    implements BulkData {
  @Override
  public long length() {
    return source.length();
  }

  @Override
  public void read(long offset, byte[] target, int targetOffset, int length) throws IOException {
    if (!map.isWords() || (offset % 2 == 0 && length % 2 == 0)) {
      source.read(offset, target, targetOffset, length);
      map.apply(target, targetOffset, pixelsOf(offset, length), order);
      return;
    }
    long start = offset & ~1L;
    long end = Math.min(source.length(), (offset + length + 1) & ~1L);
    byte[] whole = new byte[(int) (end - start)];
    source.read(start, whole, 0, whole.length);
    map.apply(whole, 0, pixelsOf(start, whole.length), order);
    System.arraycopy(whole, (int) (offset - start), target, targetOffset, length);
  }

  /// How many of `length` bytes from `offset` are pixels.
  private int pixelsOf(long offset, int length) {
    return Math.clamp(pixelBytes - offset, 0, length);
  }

  @Override
  public InputStream open() throws IOException {
    return new MappedStream(source.open());
  }

  /// Hands out whole pixels; the last odd byte, if there is one, as it is.
  private final class MappedStream extends InputStream {
    private final InputStream in;
    private final byte[] chunk = new byte[64 * 1024];
    private long before;
    private int position;
    private int filled;

    MappedStream(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (position == filled) {
        position = 0;
        before += filled;
        filled = in.readNBytes(chunk, 0, chunk.length);
        map.apply(chunk, 0, pixelsOf(before, filled), order);
      }
      if (filled == 0) {
        return -1;
      }
      int count = Math.min(length, filled - position);
      System.arraycopy(chunk, position, target, offset, count);
      position += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
