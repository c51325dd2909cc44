package org.voxdesk.dicom;

import java.io.IOException;

/// A big value in the other byte order.
///
/// @param unit bytes of one number: 2, 4 or 8
record SwappedBulk(BulkData source, int unit) implements BulkData {
  @Override
  public long length() {
    return source.length();
  }

  @Override
  public void read(long offset, byte[] target, int targetOffset, int length) throws IOException {
    long start = offset - offset % unit;
    long end = Math.min(source.length(), (offset + length + unit - 1) / unit * unit);
    byte[] whole = new byte[Math.toIntExact(end - start)];
    source.read(start, whole, 0, whole.length);
    swap(whole, unit);
    System.arraycopy(whole, (int) (offset - start), target, targetOffset, length);
  }

  /// Turns every whole number around; bytes behind the last one stay.
  static void swap(byte[] bytes, int unit) {
    for (int start = 0; start + unit <= bytes.length; start += unit) {
      for (int low = start, high = start + unit - 1; low < high; low++, high--) {
        byte one = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = one;
      }
    }
  }
}
