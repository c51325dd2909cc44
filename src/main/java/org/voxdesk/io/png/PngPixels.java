package org.voxdesk.io.png;

import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.voxdesk.dicom.BulkData;

/// The pixels of a PNG picture as native pixel data in little endian, of even length: decoded when
/// they are asked for, and kept while there is memory to spare.
final class PngPixels implements BulkData {
  private final PngFile file;
  private SoftReference<byte[]> kept = new SoftReference<>(null);

  PngPixels(PngFile file) {
    this.file = file;
  }

  @Override
  public long length() {
    return (count() + 1) & ~1L;
  }

  private long count() {
    return (long) file.width() * file.height() * file.bytes();
  }

  @Override
  public synchronized void read(long offset, byte[] target, int targetOffset, int length)
      throws IOException {
    byte[] pixels = kept.get();
    if (pixels == null) {
      pixels = decoded();
      kept = new SoftReference<>(pixels);
    }
    int there = Math.clamp(count() - offset, 0, length);
    System.arraycopy(pixels, (int) offset, target, targetOffset, there);
    Arrays.fill(target, targetOffset + there, targetOffset + length, (byte) 0);
  }

  private byte[] decoded() throws IOException {
    try {
      return file.pixels();
    } catch (EOFException | ZipException | ArithmeticException e) {
      throw new IOException(file.path() + " is damaged", e);
    }
  }
}
