package org.voxdesk.edit;

import java.io.IOException;
import java.nio.ByteOrder;
import org.voxdesk.dicom.BulkData;

/// Pixel data on disk, seen through a [PixelChange].
///
/// @param pixelBytes how many bytes from the start are pixels; what follows, padding, stays as it
///   is
record MappedPixels(BulkData source, PixelChange change, ByteOrder order, long pixelBytes)
    implements BulkData {
  @Override
  public long length() {
    return source.length();
  }

  @Override
  public void read(long offset, byte[] target, int targetOffset, int length) throws IOException {
    if (!change.isWords() || (offset % 2 == 0 && length % 2 == 0)) {
      source.read(offset, target, targetOffset, length);
      change.apply(target, targetOffset, pixelsOf(offset, length), order, pixel(offset));
      return;
    }
    long start = offset & ~1L;
    long end = Math.min(source.length(), (offset + length + 1) & ~1L);
    byte[] whole = new byte[(int) (end - start)];
    source.read(start, whole, 0, whole.length);
    change.apply(whole, 0, pixelsOf(start, whole.length), order, pixel(start));
    System.arraycopy(whole, (int) (offset - start), target, targetOffset, length);
  }

  /// Which pixel begins at byte `offset`.
  private long pixel(long offset) {
    return change.isWords() ? offset / 2 : offset;
  }

  /// How many of `length` bytes from `offset` are pixels.
  private int pixelsOf(long offset, int length) {
    return Math.clamp(pixelBytes - offset, 0, length);
  }
}
