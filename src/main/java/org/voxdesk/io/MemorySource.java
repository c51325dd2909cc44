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

  private record Slice(byte[] bytes, int start, int size) implements BulkData {
    @Override
    public long length() {
      return size;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes, start, size);
    }

    @Override
    public void read(long offset, byte[] target, int targetOffset, int length) {
      System.arraycopy(bytes, start + Math.toIntExact(offset), target, targetOffset, length);
    }
  }
}
