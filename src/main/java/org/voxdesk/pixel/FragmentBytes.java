package org.voxdesk.pixel;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.text.Sentence;

/// Fetches the bytes of fragments, from memory or from their file.
final class FragmentBytes {
  private byte[] scratch = new byte[0];

  /// The first bytes of a fragment, at most `count`.
  static byte[] head(Value.Fragment fragment, int count) throws DicomException {
    byte[] head = new byte[(int) Math.min(count, length(fragment))];
    fetch(fragment.value(), head, 0, head.length);
    return head;
  }

  /// All bytes of a plain value; none of one that is not.
  ///
  /// @throws DicomException if they are more than a frame may have, or cannot be fetched
  static byte[] all(Value value) throws DicomException {
    long length = length(value);
    if (length > ImagePixel.MOST_BYTES) {
      throw new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.frame.too.long", length));
    }
    byte[] bytes = new byte[(int) length];
    fetch(value, bytes, 0, bytes.length);
    return bytes;
  }

  static long length(Value.Fragment fragment) {
    return length(fragment.value());
  }

  private static long length(Value value) {
    return switch (value) {
      case Value.Bytes b -> b.bytes().length;
      case Value.Bulk b -> b.data().length();
      case Value.Items i -> 0;
      case Value.Fragments f -> 0;
    };
  }

  /// Puts the bytes of these fragments one after the other into [#bytes()].
  ///
  /// @return how many they are
  /// @throws DicomException if they are more than a frame may have, or cannot be fetched
  int join(List<Value.Fragment> fragments) throws DicomException {
    long total = fragments.stream().mapToLong(FragmentBytes::length).sum();
    if (total > ImagePixel.MOST_BYTES) {
      throw new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.frame.too.long", total));
    }
    if (scratch.length < total) {
      scratch = new byte[(int) total];
    }
    int at = 0;
    for (Value.Fragment fragment : fragments) {
      int length = (int) length(fragment);
      fetch(fragment.value(), scratch, at, length);
      at += length;
    }
    return at;
  }

  /// What was joined last; shared scratch.
  byte[] bytes() {
    return scratch;
  }

  private static void fetch(Value value, byte[] target, int at, int count) throws DicomException {
    try {
      switch (value) {
        case Value.Bytes b -> System.arraycopy(b.bytes(), 0, target, at, count);
        case Value.Bulk b -> b.data().read(0, target, at, count);
        case Value.Items i -> Arrays.fill(target, at, at + count, (byte) 0);
        case Value.Fragments f -> Arrays.fill(target, at, at + count, (byte) 0);
      }
    } catch (IOException e) {
      var exception = new DicomException(Sentence.of("pixel.unreadable", e.getMessage()));
      exception.initCause(e);
      throw exception;
    }
  }
}
