package org.voxdesk.pixel;

import java.io.IOException;
import java.nio.ByteOrder;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Fetches the bytes of values that are no sequences, in memory or on disk.
final class ValueBytes {
  private ValueBytes() {}

  static long length(Value value) {
    return switch (value) {
      case Value.Bytes b -> b.bytes().length;
      case Value.Bulk b -> b.data().length();
      case Value.Items i -> 0;
      case Value.Fragments f -> 0;
    };
  }

  /// Copies `count` bytes, from `from` within the value, to `target` at `at`.
  ///
  /// @throws DicomException if the file does not give them any more
  static void read(Value value, long from, byte[] target, int at, int count) throws DicomException {
    try {
      switch (value) {
        case Value.Bytes b -> System.arraycopy(b.bytes(), (int) from, target, at, count);
        case Value.Bulk b -> b.data().read(from, target, at, count);
        case Value.Items i -> throw new IllegalArgumentException("items are no plain bytes");
        case Value.Fragments f ->
            throw new IllegalArgumentException("fragments are no plain bytes");
      }
    } catch (IOException e) {
      var exception = new DicomException(Sentence.of("pixel.unreadable", e.getMessage()));
      exception.initCause(e);
      throw exception;
    }
  }

  /// At most `length` bytes of an element from `from`, fewer where its value ends before; in an
  /// array of the caller's own.
  ///
  /// @throws DicomException if the file does not give them any more
  static byte[] read(DataElement element, long from, int length) throws DicomException {
    byte[] part = new byte[Math.clamp(element.length() - from, 0, length)];
    if (part.length > 0) {
      read(element.value(), from, part, 0, part.length);
    }
    return part;
  }

  /// Bytes that were packed into words of the other byte order, in their own order; a last odd one
  /// is left where it is.
  static byte[] unpacked(DataElement element, byte[] bytes) {
    if (element.order() != ByteOrder.BIG_ENDIAN || element.vr() == Vr.OB) {
      return bytes;
    }
    byte[] swapped = bytes.clone();
    swapPairs(swapped, swapped.length);
    return swapped;
  }

  /// Swaps the bytes of every pair in the first `length`.
  static void swapPairs(byte[] bytes, int length) {
    for (int i = 0; i + 1 < length; i += 2) {
      byte even = bytes[i];
      bytes[i] = bytes[i + 1];
      bytes[i + 1] = even;
    }
  }
}
