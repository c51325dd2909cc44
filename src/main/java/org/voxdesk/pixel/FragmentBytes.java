package org.voxdesk.pixel;

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
    ValueBytes.read(fragment.value(), 0, head, 0, head.length);
    return head;
  }

  /// All bytes of a fragment, which is no frame.
  ///
  /// @throws DicomException if they are more than a frame may have, or cannot be fetched
  static byte[] all(Value value) throws DicomException {
    long length = ValueBytes.length(value);
    requireBearable(length);
    byte[] bytes = new byte[(int) length];
    ValueBytes.read(value, 0, bytes, 0, bytes.length);
    return bytes;
  }

  static long length(Value.Fragment fragment) {
    return ValueBytes.length(fragment.value());
  }

  private static void requireBearable(long length) throws DicomException {
    if (length > ImagePixel.MOST_BYTES) {
      throw new DicomException(Tag.PIXEL_DATA, Sentence.of("pixel.frame.too.long", length));
    }
  }

  /// Puts the bytes of these fragments one after the other into [#bytes()].
  ///
  /// @return how many they are
  /// @throws DicomException if they are more than a frame may have, or cannot be fetched
  int join(List<Value.Fragment> fragments) throws DicomException {
    long total = fragments.stream().mapToLong(FragmentBytes::length).sum();
    requireBearable(total);
    if (scratch.length < total) {
      scratch = new byte[(int) total];
    }
    int at = 0;
    for (Value.Fragment fragment : fragments) {
      int length = (int) length(fragment);
      ValueBytes.read(fragment.value(), 0, scratch, at, length);
      at += length;
    }
    return at;
  }

  /// What was joined last; shared scratch.
  byte[] bytes() {
    return scratch;
  }
}
