package org.voxdesk.io;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;

/// Finds the end of a sequence of undefined length without recursion and without keeping anything,
/// however deep it is.
final class SequenceSkipper {
  private final ByteCursor cursor;
  private final HeaderParser headers;

  SequenceSkipper(ByteCursor cursor, HeaderParser headers) {
    this.cursor = cursor;
    this.headers = headers;
  }

  /// Where the delimiter is that closes the sequence whose first item is at the position; the place
  /// up to which it could be followed, where it is not closed.
  long end(long limit, Encoding encoding) throws IOException, DicomException {
    // Only undefined lengths open a level: items in sequences in items, so that a sequence is open
    // at odd levels and an item at even ones.
    int level = 1;
    while (limit - cursor.position() >= 8) {
      int tag = cursor.tag(0, encoding.order());
      boolean inSequence = (level & 1) != 0;
      if (tag == Tag.SEQUENCE_DELIMITATION.value()) {
        // An item that is still open lacks its delimiter.
        level -= inSequence ? 1 : 2;
        if (level <= 0) {
          break;
        }
        skip(8, 0, limit);
      } else if (tag == Tag.ITEM_DELIMITATION.value()) {
        level -= inSequence ? 0 : 1;
        skip(8, 0, limit);
      } else if (tag == Tag.ITEM.value()) {
        level -= inSequence ? 0 : 1;
        long length = cursor.u32(4, encoding.order());
        level += length == ElementHeader.UNDEFINED ? 1 : 0;
        skip(8, length, limit);
      } else if (inSequence) {
        // The sequence lacks its delimiter.
        level--;
        if (level == 0) {
          break;
        }
      } else {
        Optional<ElementHeader> header = headers.read(List.of(), limit, encoding);
        if (header.isEmpty()) {
          return limit;
        }
        level += header.get().isUndefined() ? 1 : 0;
        skip(0, header.get().length(), limit);
      }
    }
    return cursor.position();
  }

  private void skip(int header, long length, long limit) {
    long content = length == ElementHeader.UNDEFINED ? 0 : length;
    cursor.position(Math.min(limit, cursor.position() + header + content));
  }
}
