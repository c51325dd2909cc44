package org.voxdesk.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.voxdesk.dicom.BulkData;

/// Bytes in memory.
@SuppressWarnings("ArrayRecordComponent")
record MemorySource(byte[] bytes) implements ByteSource {
  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public void read(long position, byte[] target, int offset, int length) {
    System.arraycopy(bytes, Math.toIntExact(position), target, offset, length);
  }

  @Override
  public BulkData bulk(long position, long length) {
    return new Slice(bytes, Math.toIntExact(position), Math.toIntExact(length));
  }

  /// The component must not be called `bytes`: its accessor would be [BulkData#bytes()].
  private record Slice(byte[] whole, int start, int size) implements BulkData {
    @Override
    public long length() {
      return size;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(whole, start, size);
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int length) {
      System.arraycopy(whole, start + Math.toIntExact(offset), target, targetOffset, length);
    }
  }
}
