package org.voxdesk.app.editor;

import org.voxdesk.dicom.BulkData;

/// A value that is in memory already.
///
/// @param content shared with the data set it comes from; whoever has it leaves it as it is
@SuppressWarnings("ArrayRecordComponent")
record MemoryBulk(byte[] content) implements BulkData {
  @Override
  public long length() {
    return content.length;
  }

  @Override
  public void read(long offset, byte[] target, int targetOffset, int length) {
    System.arraycopy(content, Math.toIntExact(offset), target, targetOffset, length);
  }

  @Override
  public byte[] bytes() {
    return content.clone();
  }
}
