package org.voxdesk.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Elements out of bytes, each with the framing it stands in, so that nothing is lost.
///
/// Lengths are checked against the bytes that are there before anything is allocated. What is wrong
/// becomes a [Problem]; only nesting deeper than [#MAX_DEPTH] ends in an exception.
final class DataSetParser {
  static final int MAX_DEPTH = 128;

  /// Values longer than this stay in the file.
  private static final int BULK_BYTES = 64 * 1024;

  private static final byte[] NO_BYTES = new byte[0];

  private final ByteCursor cursor;
  private final List<Problem> problems;
  private final HeaderParser headers;

  DataSetParser(ByteCursor cursor, List<Problem> problems) {
    this.cursor = cursor;
    this.problems = problems;
    this.headers = new HeaderParser(cursor, problems);
  }

  /// Elements up to `limit`, or up to the first tag that `stop` wants to stop at.
  DataSet parse(long limit, Encoding encoding, Predicate<Tag> stop)
      throws IOException, DicomException {
    var elements = new ArrayList<DataElement>();
    while (limit - cursor.position() >= 8) {
      Tag tag = headers.peekTag(encoding);
      if (stop.test(tag)) {
        return DataSet.of(encoding, elements, NO_BYTES);
      }
      Optional<DataElement> element = element(elements, limit, encoding, 0);
      if (element.isEmpty()) {
        break;
      }
      elements.add(element.get());
    }
    return DataSet.of(encoding, elements, remainder(limit));
  }

  private byte[] remainder(long limit) throws IOException {
    long count = limit - cursor.position();
    if (count <= 0) {
      return NO_BYTES;
    }
    problem(Optional.empty(), Problem.Code.TRAILING_BYTES, "problem.trailing.bytes", count);
    return cursor.take((int) Math.min(count, Integer.MAX_VALUE - 16));
  }

  /// The next element; empty where the bytes make none, the position then being where it was.
  private Optional<DataElement> element(
      List<DataElement> before, long limit, Encoding encoding, int depth)
      throws IOException, DicomException {
    long start = cursor.position();
    Optional<ElementHeader> read = headers.read(before, limit, encoding);
    if (read.isEmpty()) {
      cursor.position(start);
      return Optional.empty();
    }
    ElementHeader header = read.get();
    if (header.isUndefined()) {
      return Optional.of(
          hasFragments(header)
              ? fragments(header, limit, encoding)
              : sequence(header, limit, itemEncoding(header, encoding), depth));
    }
    long available = limit - cursor.position();
    if (header.length() > available) {
      problem(
          Optional.of(header.tag()),
          Problem.Code.VALUE_TRUNCATED,
          "problem.value.truncated",
          header.tag(),
          header.length(),
          available);
    }
    long length = Math.min(header.length(), available);
    if (header.vr() == Vr.SQ) {
      return Optional.of(definedSequence(header, length, encoding, depth));
    }
    var framing = Framing.of(header.bytes(), length);
    return Optional.of(
        new DataElement(header.tag(), header.vr(), encoding.order(), plain(length), framing));
  }

  private static boolean hasFragments(ElementHeader header) {
    return header.tag().equals(Tag.PIXEL_DATA)
        || (header.explicit() && (header.vr() == Vr.OB || header.vr() == Vr.OW));
  }

  /// UN of undefined length holds implicit little endian items (PS3.5 6.2.2 note 2).
  private static Encoding itemEncoding(ElementHeader header, Encoding encoding) {
    return header.explicit() && header.vr() == Vr.UN ? Encoding.IMPLICIT_LITTLE : encoding;
  }

  private Value plain(long length) throws IOException {
    if (length > BULK_BYTES) {
      var bulk = cursor.source().bulk(cursor.position(), length);
      cursor.position(cursor.position() + length);
      return new Value.Bulk(bulk);
    }
    return length == 0 ? Value.Bytes.EMPTY : new Value.Bytes(cursor.take((int) length));
  }

  /// A sequence of stated length; kept as plain bytes where it does not hold items.
  private DataElement definedSequence(
      ElementHeader header, long length, Encoding encoding, int depth)
      throws IOException, DicomException {
    long start = cursor.position();
    long end = start + length;
    int known = problems.size();
    DataElement element = sequence(header, end, encoding, depth);
    if (cursor.position() == end && element.framing().trailer().length == 0) {
      return element;
    }
    problems.subList(known, problems.size()).clear();
    cursor.position(start);
    problem(
        Optional.of(header.tag()),
        Problem.Code.UNREADABLE_SEQUENCE,
        "problem.unreadable.sequence",
        header.tag());
    return new DataElement(
        header.tag(), Vr.UN, encoding.order(), plain(length), Framing.of(header.bytes(), length));
  }

  private DataElement sequence(ElementHeader header, long limit, Encoding encoding, int depth)
      throws IOException, DicomException {
    if (depth >= MAX_DEPTH) {
      throw new DicomException(
          cursor.position(), Optional.of(header.tag()), Sentence.of("dicom.too.deep", MAX_DEPTH));
    }
    long start = cursor.position();
    var items = new ArrayList<Value.Item>();
    byte[] trailer = NO_BYTES;
    while (limit - cursor.position() >= 8) {
      Tag tag = headers.peekTag(encoding);
      if (tag.equals(Tag.SEQUENCE_DELIMITATION)) {
        trailer = cursor.take(8);
        break;
      }
      if (!tag.equals(Tag.ITEM)) {
        break;
      }
      items.add(item(limit, encoding, depth));
    }
    if (header.isUndefined() && trailer.length == 0) {
      missingDelimiter(header.tag());
    }
    long content = cursor.position() - start - trailer.length;
    return new DataElement(
        header.tag(),
        Vr.SQ,
        encoding.order(),
        new Value.Items(items),
        new Framing(header.bytes(), trailer, content));
  }

  private Value.Item item(long limit, Encoding encoding, int depth)
      throws IOException, DicomException {
    long length = cursor.u32(4, encoding.order());
    byte[] header = cursor.take(8);
    long start = cursor.position();
    boolean undefined = length == ElementHeader.UNDEFINED;
    if (!undefined && length > limit - start) {
      problem(
          Optional.of(Tag.ITEM),
          Problem.Code.WRONG_LENGTH,
          "problem.item.length",
          length,
          limit - start);
    }
    long end = undefined ? limit : Math.min(limit, start + length);
    boolean signed = headers.signedPixels();
    var elements = new ArrayList<DataElement>();
    byte[] trailer = NO_BYTES;
    while (end - cursor.position() >= 8) {
      Tag tag = headers.peekTag(encoding);
      if (tag.equals(Tag.ITEM_DELIMITATION) && undefined) {
        trailer = cursor.take(8);
        break;
      }
      if (undefined && (tag.equals(Tag.SEQUENCE_DELIMITATION) || tag.equals(Tag.ITEM))) {
        missingDelimiter(Tag.ITEM);
        break;
      }
      Optional<DataElement> element = element(elements, end, encoding, depth + 1);
      if (element.isEmpty()) {
        break;
      }
      elements.add(element.get());
    }
    headers.signedPixels(signed);
    byte[] remainder = undefined ? NO_BYTES : remainder(end);
    long content = cursor.position() - start - trailer.length;
    return new Value.Item(
        DataSet.of(encoding, elements, remainder), new Framing(header, trailer, content));
  }

  private DataElement fragments(ElementHeader header, long limit, Encoding encoding)
      throws IOException {
    long start = cursor.position();
    var fragments = new ArrayList<Value.Fragment>();
    byte[] trailer = NO_BYTES;
    while (limit - cursor.position() >= 8) {
      Tag tag = headers.peekTag(encoding);
      if (tag.equals(Tag.SEQUENCE_DELIMITATION)) {
        trailer = cursor.take(8);
        break;
      }
      if (!tag.equals(Tag.ITEM)) {
        break;
      }
      long stated = cursor.u32(4, encoding.order());
      byte[] itemHeader = cursor.take(8);
      long length = Math.min(stated, limit - cursor.position());
      if (length < stated) {
        problem(
            Optional.of(header.tag()),
            Problem.Code.VALUE_TRUNCATED,
            "problem.value.truncated",
            header.tag(),
            stated,
            length);
      }
      fragments.add(new Value.Fragment(plain(length), Framing.of(itemHeader, length)));
    }
    if (trailer.length == 0) {
      missingDelimiter(header.tag());
    }
    long content = cursor.position() - start - trailer.length;
    return new DataElement(
        header.tag(),
        header.vr(),
        encoding.order(),
        new Value.Fragments(fragments),
        new Framing(header.bytes(), trailer, content));
  }

  private void missingDelimiter(Tag tag) {
    problem(Optional.of(tag), Problem.Code.MISSING_DELIMITER, "problem.missing.delimiter", tag);
  }

  private void problem(Optional<Tag> tag, Problem.Code code, String key, Object... arguments) {
    problems.add(new Problem(cursor.position(), tag, code, Sentence.of(key, arguments)));
  }

  /// The text of an element read before, for working out what comes after it.
  static Optional<String> textBefore(List<DataElement> before, Tag tag) {
    return before.stream()
        .filter(e -> e.tag().equals(tag))
        .flatMap(e -> ValueText.values(e, CharacterSet.DEFAULT).stream())
        .findFirst();
  }
}
