package org.voxdesk.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;

/// The fragments of encapsulated pixel data (PS3.5 A.4), delimiter or not.
final class FragmentParser {
  private static final long COST = 160;

  private final ByteCursor cursor;
  private final Problems problems;
  private final Boundary boundary;
  private final ValueParser values;

  FragmentParser(ByteCursor cursor, Problems problems, Boundary boundary, ValueParser values) {
    this.cursor = cursor;
    this.problems = problems;
    this.boundary = boundary;
    this.values = values;
  }

  /// The fragments from the position up to their delimiter, or to `limit`.
  DataElement parse(ElementHeader header, long limit, Encoding encoding)
      throws IOException, DicomException {
    long start = cursor.position();
    var fragments = new ArrayList<Value.Fragment>();
    byte[] trailer = {};
    while (limit - cursor.position() >= 8) {
      int tag = cursor.tag(0, encoding.order());
      if (tag == Tag.SEQUENCE_DELIMITATION.value()) {
        trailer = values.delimiter(limit, encoding);
        break;
      }
      if (tag != Tag.ITEM.value()) {
        break;
      }
      fragments.add(fragment(header.tag(), limit, encoding));
    }
    if (header.isUndefined() && trailer.length == 0) {
      values.missingDelimiter(header.tag());
    }
    long content = cursor.position() - start - trailer.length;
    return new DataElement(
        header.tag(),
        header.vr(),
        encoding.order(),
        new Value.Fragments(fragments),
        new Framing(header.bytes(), trailer, content));
  }

  private Value.Fragment fragment(Tag tag, long limit, Encoding encoding)
      throws IOException, DicomException {
    long stated = cursor.u32(4, encoding.order());
    byte[] header = cursor.take(8);
    long length = Math.min(stated, limit - cursor.position());
    if (length < stated) {
      values.truncated(tag, stated, length);
    }
    values.spend(COST);
    Value value = values.plain(length);
    return new Value.Fragment(value, new Framing(header, between(tag, limit, encoding), length));
  }

  /// Bytes after a fragment that are neither a fragment nor the delimiter: a wrong length, or an
  /// odd one that was padded without being counted.
  private byte[] between(Tag tag, long limit, Encoding encoding)
      throws IOException, DicomException {
    long end = cursor.position();
    if (limit - end < 8 || boundary.isMarker(end, limit, encoding)) {
      return Value.Bytes.EMPTY.bytes();
    }
    OptionalLong next = boundary.nextFragment(end, limit, encoding);
    if (next.isEmpty()) {
      return Value.Bytes.EMPTY.bytes();
    }
    int count = (int) (next.getAsLong() - end);
    problems.add(end, tag, Problem.Code.WRONG_LENGTH, "problem.fragment.length", count);
    values.spend(count);
    return cursor.take(count);
  }

  /// Pixel data in fragments whose element has a length all the same; false, with the position
  /// where it was, where the value is not made of fragments from its first byte to its last.
  boolean isAllFragments(long length, Encoding encoding) throws IOException {
    long start = cursor.position();
    long end = start + length;
    List<Integer> wanted = List.of(Tag.ITEM.value(), Tag.SEQUENCE_DELIMITATION.value());
    boolean all = true;
    boolean any = false;
    while (all && end - cursor.position() >= 8) {
      int tag = cursor.tag(0, encoding.order());
      long next = cursor.position() + 8 + cursor.u32(4, encoding.order());
      all = wanted.contains(tag) && next <= end;
      any |= all;
      cursor.position(next);
    }
    all &= any && cursor.position() == end;
    cursor.position(start);
    return all;
  }
}
