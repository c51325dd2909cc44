package org.voxdesk.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// Items out of bytes (PS3.5 7.5.1), each probed for its own encoding. The stated length of an item
/// is believed where another item or a delimiter follows, or nothing.
final class ItemParser {
  private static final long COST = 200;
  private static final long SHARED_COST = 8;

  /// The end of a sequence of undefined length.
  static final long OPEN = -1;

  /// How many bytes of one file may be read a second time.
  private static final long READ_AGAIN = 4 << 20;

  /// What only the data set of an image has; where an item that is never closed has it, the item
  /// has swallowed what follows its sequence.
  private static final Set<Integer> IMAGE_ONLY = Set.of(0x0020000D, 0x00280010, 0x7FE00010);

  private final ByteCursor cursor;
  private final Problems problems;
  private final Boundary boundary;
  private final HeaderParser headers;
  private final ValueParser values;
  private final DataSetParser parser;
  private List<DataElement> outside = List.of();
  private long outsideLength;
  private long readAgain = READ_AGAIN;

  /// Empty items that follow each other are mostly the same, and then are one.
  private Optional<Value.Item> lastEmpty = Optional.empty();

  ItemParser(
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
    this.parser = parser;
  }

  /// Bytes of the elements that [#takeOutside()] will give.
  long outsideLength() {
    return outsideLength;
  }

  void forgetOutside() {
    outside = List.of();
    outsideLength = 0;
  }

  /// Elements that an unclosed item had swallowed and that belong behind its sequence.
  List<DataElement> takeOutside() {
    List<DataElement> taken = outside;
    forgetOutside();
    return taken;
  }

  /// The item at the position.
  ///
  /// @param sequence the sequence it is in
  /// @param sequenceEnd where its sequence ends by its own length, or [#OPEN]
  Value.Item parse(Tag sequence, long limit, Encoding around, int depth, long sequenceEnd)
      throws IOException, DicomException {
    long length = cursor.u32(4, around.order());
    byte[] header = cursor.take(8);
    long start = cursor.position();
    boolean undefined = length == ElementHeader.UNDEFINED;
    long stated = undefined ? limit : start + length;
    boolean believed = !undefined && isEnd(sequence, stated, limit, around, sequenceEnd);
    boolean signed = headers.implicitVr().signed();
    int known = problems.mark();
    if (!undefined && !believed) {
      wrongLength(length, limit - start);
    }
    Content content = content(believed ? stated : limit, around, depth, believed);
    long read = cursor.position() - start;
    if (!undefined
        && !believed
        && !content.stopped
        && limit != sequenceEnd
        && stated < limit
        && read <= readAgain) {
      // Nothing closes the item further on either: its own length is the best there is.
      readAgain -= read;
      problems.forget(known);
      forgetOutside();
      cursor.position(start);
      wrongLength(length, limit - start);
      content = content(stated, around, depth, true);
    }
    headers.implicitVr().signed(signed);
    Value remainder = Value.Bytes.EMPTY;
    byte[] trailer = trailer(limit, around, undefined, believed, stated);
    if (believed && trailer.length == 0 && !content.stopped) {
      remainder = values.remainder(stated);
    } else if (believed && cursor.position() < stated) {
      wrongLength(length, cursor.position() - start);
    }
    if (undefined && trailer.length == 0) {
      values.missingDelimiter(Tag.ITEM);
      setAside(sequence, content);
    }
    long bytes = cursor.position() - start - trailer.length - outsideLength;
    return item(content, remainder, new Framing(header, trailer, bytes));
  }

  /// Whether an item may end at `stated`: an item or a delimiter follows, or its sequence ends
  /// there, or what follows is not of this sequence.
  private boolean isEnd(Tag sequence, long stated, long limit, Encoding encoding, long sequenceEnd)
      throws IOException {
    if (stated == limit
        || (stated == sequenceEnd && stated < limit)
        || boundary.isMarker(stated, limit, encoding)) {
      return true;
    }
    return boundary.isElement(stated, limit, encoding)
        && (limit == sequenceEnd
            ? boundary.group(stated, encoding) > sequence.group()
            : !boundary.leadsOnInSequence(stated, limit, encoding));
  }

  private void wrongLength(long length, long present) throws DicomException {
    problems.add(
        cursor.position(),
        Tag.ITEM,
        Problem.Code.WRONG_LENGTH,
        "problem.wrong.length",
        Tag.ITEM,
        length,
        present);
  }

  /// The elements of an item, and whether an item or a delimiter stopped them.
  private record Content(Encoding encoding, List<DataElement> elements, boolean stopped) {}

  private Content content(long end, Encoding around, int depth, boolean believed)
      throws IOException, DicomException {
    Encoding encoding = probe(end, around);
    List<DataElement> elements = List.of();
    while (end - cursor.position() >= 8) {
      if (Boundary.isMarker(cursor.tag(0, encoding.order()))) {
        return new Content(encoding, elements, true);
      }
      if (elements.isEmpty()) {
        elements = new ArrayList<>();
      }
      if (!parser.next(elements, end, encoding, depth + 1)) {
        break;
      }
    }
    return new Content(encoding, elements, !believed && cursor.position() < end);
  }

  /// The encoding that the first element of an item is in.
  private Encoding probe(long end, Encoding around) throws IOException, DicomException {
    long start = cursor.position();
    if (end - start < 8 || Boundary.isMarker(cursor.tag(0, around.order()))) {
      return around;
    }
    if (Vr.of(cursor.at(4), cursor.at(5)).isPresent() == around.isExplicit()) {
      return around;
    }
    Encoding other = Encoding.of(!around.isExplicit(), around.order());
    if (boundary.isElement(start, end, around) || !boundary.isElement(start, end, other)) {
      return around;
    }
    problems.add(
        start,
        Tag.ITEM,
        Problem.Code.MIXED_ENCODING,
        around.isExplicit() ? "problem.implicit.item" : "problem.explicit.item");
    return other;
  }

  /// The delimiter at the position: where it belongs, or behind an item that has a length.
  private byte[] trailer(
      long limit, Encoding encoding, boolean undefined, boolean believed, long stated)
      throws IOException, DicomException {
    long start = cursor.position();
    if (limit - start < 8 || cursor.tag(0, encoding.order()) != Tag.ITEM_DELIMITATION.value()) {
      return Value.Bytes.EMPTY.bytes();
    }
    if (!undefined && believed && start >= stated) {
      problems.add(
          start,
          Tag.ITEM_DELIMITATION,
          Problem.Code.STRAY_DELIMITER,
          "problem.stray.delimiter",
          Tag.ITEM_DELIMITATION);
    }
    return values.delimiter(limit, encoding);
  }

  /// Takes what follows the sequence out of an item that reached the end of the file unclosed.
  private void setAside(Tag sequence, Content content) {
    List<DataElement> elements = content.elements;
    if (values.isCut()
        || content.stopped
        || cursor.position() != cursor.size()
        || elements.stream().noneMatch(e -> IMAGE_ONLY.contains(e.tag().value()))) {
      return;
    }
    int first = firstOutside(sequence, elements);
    var tail = elements.subList(first, elements.size());
    outside = List.copyOf(tail);
    outsideLength = 0;
    for (DataElement element : outside) {
      outsideLength += ElementWriter.length(element, content.encoding);
    }
    tail.clear();
  }

  /// Tags rise within an item, and again behind its sequence: where they fall, the item has ended.
  /// Where they never do it ends with the group of the sequence.
  private static int firstOutside(Tag sequence, List<DataElement> elements) {
    for (int i = 1; i < elements.size(); i++) {
      Tag tag = elements.get(i).tag();
      if (tag.compareTo(elements.get(i - 1).tag()) <= 0 && tag.compareTo(sequence) > 0) {
        return i;
      }
    }
    int first = 0;
    while (first < elements.size() && elements.get(first).tag().group() <= sequence.group()) {
      first++;
    }
    return first;
  }

  private Value.Item item(Content content, Value remainder, Framing framing)
      throws MemoryBudgetException {
    if (!content.elements.isEmpty() || !remainder.equals(Value.Bytes.EMPTY)) {
      values.spend(COST);
      return new Value.Item(DataSet.of(content.encoding, content.elements, remainder), framing);
    }
    if (lastEmpty.isPresent() && isSame(lastEmpty.get(), content.encoding, framing)) {
      values.spend(SHARED_COST);
      return lastEmpty.get();
    }
    values.spend(COST);
    var item = new Value.Item(DataSet.empty(content.encoding), framing);
    lastEmpty = Optional.of(item);
    return item;
  }

  private static boolean isSame(Value.Item item, Encoding encoding, Framing framing) {
    return item.dataSet().encoding() == encoding
        && item.framing().contentLength() == framing.contentLength()
        && Arrays.equals(item.framing().header(), framing.header())
        && Arrays.equals(item.framing().trailer(), framing.trailer());
  }
}
