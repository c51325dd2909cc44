package org.voxdesk.pixel;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Fetches part of a value, in memory or on disk.
final class ValueBytes {
  private ValueBytes() {}

  /// At most `length` bytes from `from`, fewer where the value ends before; in an array of the
  /// caller's own.
  ///
  /// @throws DicomException if the file does not give them any more
  static byte[] read(DataElement element, long from, int length) throws DicomException {
    int there = Math.clamp(element.length() - from, 0, length);
    byte[] part = new byte[there];
    if (there == 0) {
      return part;
    }
    try {
      switch (element.value()) {
        case Value.Bulk bulk -> bulk.data().read(from, part, 0, there);
        default -> System.arraycopy(element.bytes(), (int) from, part, 0, there);
      }
    } catch (IOException e) {
      var exception =
          new DicomException(element.tag(), Sentence.of("pixel.value.unreadable", element.tag()));
      exception.initCause(e);
      throw exception;
    }
    return part;
  }

  /// Bytes that were packed into words of the other byte order, in their own order; a last odd one
  /// is left where it is.
  static byte[] unpacked(DataElement element, byte[] bytes) {
    if (element.order() != ByteOrder.BIG_ENDIAN || element.vr() == Vr.OB) {
      return bytes;
    }
    byte[] swapped = Arrays.copyOf(bytes, bytes.length);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      swapped[i] = bytes[i + 1];
      swapped[i + 1] = bytes[i];
    }
    return swapped;
  }
}
