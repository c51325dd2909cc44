package org.voxdesk.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// Sequences out of bytes (PS3.5 7.5). The stated length of a sequence is believed where something
/// could begin behind it; else the sequence ends behind its last item.
final class SequenceParser {
  private final ByteCursor cursor;
  private final Problems problems;
  private final Boundary boundary;
  private final HeaderParser headers;
  private final ValueParser values;
  private final ItemParser items;

  SequenceParser(
      ByteCursor cursor,
      Problems problems,
      Boundary boundary,
      HeaderParser headers,
      ValueParser values,
      DataSetParser parser) {
    this.cursor = cursor;
    this.problems = problems;
    this.boundary = boundary;
    this.headers = headers;
    this.values = values;
    this.items = new ItemParser(cursor, problems, boundary, headers, values, parser);
  }

  /// Elements that an unclosed item had swallowed and that belong behind its sequence.
  List<DataElement> takeOutside() {
    return items.takeOutside();
  }

  /// Whether an element of undefined length is a sequence: it has items, or it could be an empty
  /// one whose delimiter is missing.
  boolean isUndefinedSequence(ElementHeader header, long limit, Encoding encoding)
      throws IOException {
    return limit - cursor.position() < 8
        || isOpened(itemOrder(header, limit, encoding), limit)
        || (header.vr() == Vr.SQ && boundary.isElement(cursor.position(), limit, encoding));
  }

  /// Whether an SQ of stated length is to be taken apart.
  boolean isSequence(ElementHeader header, long limit, Encoding encoding) throws IOException {
    return header.length() <= limit - cursor.position()
        || isOpened(itemOrder(header, limit, encoding), limit);
  }

  private boolean isOpened(Encoding encoding, long limit) throws IOException {
    return boundary.isMarker(cursor.position(), limit, encoding);
  }

  /// UN of undefined length holds implicit little endian items (PS3.5 6.2.2 note 2), and items in
  /// another byte order than their file's are known by their tag.
  private Encoding itemOrder(ElementHeader header, long limit, Encoding encoding)
      throws IOException {
    boolean unknown = header.explicit() && header.vr() == Vr.UN;
    Encoding own = unknown ? Encoding.IMPLICIT_LITTLE : encoding;
    ByteOrder other =
        own.order() == ByteOrder.LITTLE_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Encoding swapped = Encoding.of(own.isExplicit(), other);
    return !isOpened(own, limit) && isOpened(swapped, limit) ? swapped : own;
  }

  /// The sequence behind `header`.
  DataElement parse(ElementHeader header, long limit, Encoding encoding, int depth)
      throws IOException, DicomException {
    Encoding inside = itemOrder(header, limit, encoding);
    if (!header.isUndefined()) {
      return defined(header, limit, encoding, inside, depth);
    }
    long start = cursor.position();
    List<Value.Item> list = items(header, limit, limit, inside, depth, ItemParser.OPEN);
    byte[] trailer = {};
    if (isDelimiter(limit, inside)) {
      trailer = values.delimiter(limit, inside);
    } else {
      values.missingDelimiter(header.tag());
    }
    return element(header, encoding, list, trailer, start);
  }

  private boolean isDelimiter(long limit, Encoding encoding) throws IOException {
    return limit - cursor.position() >= 8
        && cursor.tag(0, encoding.order()) == Tag.SEQUENCE_DELIMITATION.value();
  }

  /// Items up to `limit`, unless one leads past it to where something begins: then up to `outer`.
  private List<Value.Item> items(
      ElementHeader header, long limit, long outer, Encoding encoding, int depth, long stated)
      throws IOException, DicomException {
    var list = new ArrayList<Value.Item>();
    long end = limit;
    while (end - cursor.position() >= 8 && cursor.tag(0, encoding.order()) == Tag.ITEM.value()) {
      long length = cursor.u32(4, encoding.order());
      long itemEnd = cursor.position() + 8 + length;
      if (length != ElementHeader.UNDEFINED
          && itemEnd > end
          && itemEnd <= outer
          && boundary.at(itemEnd, outer, encoding)) {
        end = outer;
      }
      list.add(items.parse(header.tag(), end, encoding, depth, stated));
    }
    return list;
  }

  private DataElement element(
      ElementHeader header, Encoding encoding, List<Value.Item> list, byte[] trailer, long start) {
    long content = cursor.position() - start - trailer.length - items.outsideLength();
    return new DataElement(
        header.tag(),
        Vr.SQ,
        encoding.order(),
        new Value.Items(list),
        new Framing(header.bytes(), trailer, content));
  }

  /// A sequence of stated length; kept as plain bytes where it does not hold items.
  private DataElement defined(
      ElementHeader header, long limit, Encoding encoding, Encoding inside, int depth)
      throws IOException, DicomException {
    long start = cursor.position();
    boolean cut = header.length() > limit - start;
    long end = cut ? limit : start + header.length();
    boolean believed =
        !cut && boundary.at(end, limit, encoding) && !boundary.isItem(end, limit, encoding);
    int known = problems.mark();
    List<Value.Item> list =
        items(header, believed ? end : limit, limit, inside, depth, cut ? ItemParser.OPEN : end);
    long stop = cursor.position();
    byte[] trailer = {};
    if (stop < end && isDelimiter(end, inside)) {
      trailer = values.delimiter(end, inside);
      stop = cursor.position();
      problems.add(
          stop,
          header.tag(),
          Problem.Code.STRAY_DELIMITER,
          "problem.stray.delimiter",
          Tag.SEQUENCE_DELIMITATION);
    } else if ((believed || cut) && stop < end && end - stop < 8) {
      trailer = cursor.take((int) (end - stop));
      problems.add(stop, Problem.Code.TRAILING_BYTES, "problem.trailing.bytes", end - stop);
      stop = end;
    }
    boolean whole = !cut && stop == end;
    if (!whole && (list.isEmpty() || !boundary.at(stop, limit, encoding))) {
      problems.forget(known);
      items.forgetOutside();
      cursor.position(start);
      return unreadable(header, end - start, encoding);
    }
    if (!whole) {
      problems.add(
          start,
          header.tag(),
          cut && stop == limit ? Problem.Code.VALUE_TRUNCATED : Problem.Code.WRONG_LENGTH,
          cut && stop == limit ? "problem.value.truncated" : "problem.wrong.length",
          header.tag(),
          header.length(),
          stop - start);
    }
    return element(header, encoding, list, trailer, start);
  }

  private DataElement unreadable(ElementHeader header, long length, Encoding encoding)
      throws IOException, DicomException {
    if (header.length() > length) {
      values.truncated(header.tag(), header.length(), length);
    }
    problems.add(
        cursor.position(),
        header.tag(),
        Problem.Code.UNREADABLE_SEQUENCE,
        "problem.unreadable.sequence",
        header.tag());
    return raw(header, Value.Bytes.EMPTY.bytes(), length, encoding);
  }

  /// A sequence as the bytes it is made of, whatever is in it.
  DataElement raw(ElementHeader header, long limit, Encoding encoding)
      throws IOException, DicomException {
    long start = cursor.position();
    if (!header.isUndefined()) {
      long length = Math.min(header.length(), limit - start);
      return raw(header, Value.Bytes.EMPTY.bytes(), length, encoding);
    }
    int known = problems.mark();
    long content = new SequenceSkipper(cursor, headers).end(limit, encoding) - start;
    problems.forget(known);
    cursor.position(start + content);
    byte[] trailer = isDelimiter(limit, encoding) ? cursor.take(8) : Value.Bytes.EMPTY.bytes();
    cursor.position(start);
    DataElement element = raw(header, trailer, content, encoding);
    cursor.position(start + content + trailer.length);
    return element;
  }

  private DataElement raw(ElementHeader header, byte[] trailer, long length, Encoding encoding)
      throws IOException, DicomException {
    return new DataElement(
        header.tag(),
        Vr.UN,
        encoding.order(),
        values.plain(length),
        new Framing(header.bytes(), trailer, length));
  }
}
