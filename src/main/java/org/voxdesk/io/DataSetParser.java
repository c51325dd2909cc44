package org.voxdesk.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Framing;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;

/// Elements out of bytes, each with the framing it stands in, so that nothing is lost.
///
/// Lengths are checked against the bytes that are there before anything is allocated. What is wrong
/// becomes a [Problem]; only a data set that asks for more memory than there is for it ends in an
/// exception.
final class DataSetParser {
  /// About what an element costs beside its value.
  private static final long COST = 160;

  /// Longer than any value but pixels.
  private static final long LONGEST = 1 << 28;

  private final ByteCursor cursor;
  private final Problems problems;
  private final ReadingLimits limits;
  private final TransferSyntax syntax;
  private final Boundary boundary;
  private final HeaderParser headers;
  private final SequenceParser sequences;
  private final FragmentParser fragments;
  private final ValueParser values;

  DataSetParser(ByteCursor cursor, Problems problems, ReadingLimits limits, TransferSyntax syntax) {
    this.cursor = cursor;
    this.problems = problems;
    this.limits = limits;
    this.syntax = syntax;
    this.boundary = new Boundary(cursor);
    this.values = new ValueParser(cursor, problems, boundary, limits);
    this.headers = new HeaderParser(cursor, problems, boundary);
    this.sequences = new SequenceParser(cursor, problems, boundary, headers, values, this);
    this.fragments = new FragmentParser(cursor, problems, boundary, values);
  }

  /// All elements up to `limit`, and what is left there.
  DataSet parse(long limit, Encoding encoding) throws IOException, DicomException {
    List<DataElement> elements = elements(limit, encoding, tag -> false);
    return DataSet.of(encoding, elements, values.remainder(limit));
  }

  /// The elements of the meta header, up to the first tag that is none of it.
  DataSet parseMeta(long limit, Encoding encoding) throws IOException, DicomException {
    return DataSet.of(encoding, elements(limit, encoding, tag -> !tag.isMeta()), Value.Bytes.EMPTY);
  }

  private List<DataElement> elements(long limit, Encoding encoding, Predicate<Tag> stop)
      throws IOException, DicomException {
    var elements = new ArrayList<DataElement>();
    while (limit - cursor.position() >= 8) {
      Tag tag = headers.peekTag(encoding);
      if (stop.test(tag)) {
        break;
      }
      if (Boundary.isMarker(tag.value())) {
        elements.add(stray(tag, encoding));
      } else if (!next(elements, limit, encoding, 0)) {
        break;
      }
    }
    return elements;
  }

  /// An item or delimiter among the elements of the file itself is kept as one without a value.
  private DataElement stray(Tag tag, Encoding encoding) throws IOException, DicomException {
    problems.add(
        cursor.position(), tag, Problem.Code.STRAY_DELIMITER, "problem.stray.delimiter", tag);
    values.spend(COST);
    return new DataElement(
        tag, Vr.UN, encoding.order(), Value.Bytes.EMPTY, Framing.of(cursor.take(8), 0));
  }

  /// Adds the next element to `elements`; false where the bytes make none, the position then being
  /// where it was.
  boolean next(List<DataElement> elements, long limit, Encoding encoding, int depth)
      throws IOException, DicomException {
    long start = cursor.position();
    Optional<DataElement> read = element(elements, limit, encoding, depth);
    if (read.isEmpty()) {
      cursor.position(start);
      return skipsJunk(elements, limit, encoding);
    }
    DataElement element = read.get();
    if (!elements.isEmpty() && elements.getLast().tag().compareTo(element.tag()) >= 0) {
      problems.add(
          start, element.tag(), Problem.Code.ELEMENT_ORDER, "problem.order", element.tag());
    }
    elements.add(element);
    elements.addAll(sequences.takeOutside());
    return true;
  }

  /// Bytes between two elements that make none stay behind the first of them.
  private boolean skipsJunk(List<DataElement> elements, long limit, Encoding encoding)
      throws IOException, DicomException {
    long start = cursor.position();
    if (elements.isEmpty()) {
      return false;
    }
    DataElement last = elements.getLast();
    OptionalLong next = boundary.next(start + 1, limit, encoding, last.tag());
    if (next.isEmpty() || last.framing().trailer().length > 0) {
      return false;
    }
    int count = (int) (next.getAsLong() - start);
    problems.add(start, Problem.Code.TRAILING_BYTES, "problem.bytes.between", count, last.tag());
    values.spend(count);
    long length = last.framing().isNone() ? last.length() : last.framing().contentLength();
    byte[] header = ElementWriter.header(last, length, encoding);
    elements.set(
        elements.size() - 1,
        new DataElement(
            last.tag(),
            last.vr(),
            last.order(),
            last.value(),
            new Framing(header, cursor.take(count), length)));
    return true;
  }

  private Optional<DataElement> element(
      List<DataElement> before, long limit, Encoding encoding, int depth)
      throws IOException, DicomException {
    Optional<ElementHeader> read = headers.read(before, limit, encoding);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    ElementHeader header = read.get();
    values.spend(COST);
    if (header.isUndefined() && hasFragments(header)) {
      if (depth == 0 && header.tag().equals(Tag.PIXEL_DATA)) {
        checkEncapsulation(header.tag(), true);
      }
      return Optional.of(fragments.parse(header, limit, encoding));
    }
    if (header.isUndefined()) {
      return sequences.isUndefinedSequence(header, limit, encoding)
          ? Optional.of(nested(header, limit, encoding, depth))
          : overlong(before, header, limit, encoding);
    }
    if (header.vr() == Vr.SQ && sequences.isSequence(header, limit, encoding)) {
      return Optional.of(nested(header, limit, encoding, depth));
    }
    if (header.length() > limit - cursor.position()) {
      return overlong(before, header, limit, encoding);
    }
    if (depth == 0 && header.tag().equals(Tag.PIXEL_DATA)) {
      if (syntax.encapsulated() && fragments.isAllFragments(header.length(), encoding)) {
        problems.add(
            cursor.position(),
            header.tag(),
            Problem.Code.WRONG_ENCAPSULATION,
            "problem.fragments.length");
        return Optional.of(fragments.parse(header, cursor.position() + header.length(), encoding));
      }
      checkEncapsulation(header.tag(), false);
    }
    return Optional.of(plain(header, encoding));
  }

  private static boolean hasFragments(ElementHeader header) {
    return header.tag().equals(Tag.PIXEL_DATA)
        || (header.explicit() && (header.vr() == Vr.OB || header.vr() == Vr.OW));
  }

  private void checkEncapsulation(Tag tag, boolean fragmented) throws DicomException {
    boolean registered = !syntax.name().equals(syntax.uid());
    if (registered && syntax.encapsulated() != fragmented) {
      problems.add(
          cursor.position(),
          tag,
          Problem.Code.WRONG_ENCAPSULATION,
          fragmented ? "problem.fragments" : "problem.no.fragments",
          syntax.name());
    }
  }

  private DataElement plain(ElementHeader header, Encoding encoding)
      throws IOException, DicomException {
    long start = cursor.position();
    var element =
        new DataElement(
            header.tag(),
            header.vr(),
            encoding.order(),
            values.plain(header.length()),
            header.isUsual(encoding) ? Framing.NONE : Framing.of(header.bytes(), header.length()));
    if ((header.length() & 1) != 0) {
      problems.add(
          start,
          header.tag(),
          Problem.Code.ODD_LENGTH,
          "problem.odd.length",
          header.tag(),
          header.length());
    }
    if (header.tag().equals(Tag.SPECIFIC_CHARACTER_SET)
        && CharacterSet.of(ValueText.values(element, CharacterSet.DEFAULT)).isEmpty()) {
      problems.add(
          start,
          header.tag(),
          Problem.Code.UNKNOWN_CHARACTER_SET,
          "problem.character.set",
          String.join("\\", ValueText.values(element, CharacterSet.DEFAULT)));
    }
    return element;
  }

  /// A sequence; one that takes more memory than there is for a file is kept as bytes.
  private DataElement nested(ElementHeader header, long limit, Encoding encoding, int depth)
      throws IOException, DicomException {
    if (depth >= limits.depth()) {
      problems.add(
          cursor.position(), header.tag(), Problem.Code.TOO_DEEP, "dicom.too.deep", limits.depth());
      return sequences.raw(header, limit, encoding);
    }
    if (depth > 0) {
      return sequences.parse(header, limit, encoding, depth);
    }
    long start = cursor.position();
    long before = values.spent();
    int known = problems.mark();
    try {
      return sequences.parse(header, limit, encoding, depth);
    } catch (MemoryBudgetException e) {
      cursor.position(start);
      values.spent(before);
      problems.forget(known);
      problems.add(
          start, header.tag(), Problem.Code.TOO_MANY_ITEMS, "problem.too.many.items", header.tag());
      return sequences.raw(header, limit, encoding);
    }
  }

  /// A value whose length leads past the end. Where elements follow all the same it ends there;
  /// where not, it is what is left. Empty where it is no element at all.
  Optional<DataElement> overlong(
      List<DataElement> before, ElementHeader header, long limit, Encoding encoding)
      throws IOException, DicomException {
    long start = cursor.position();
    Tag tag = header.tag();
    boolean absurd = header.length() > Math.max(LONGEST, 4 * cursor.size());
    boolean binary = header.vr().kind() == Vr.Kind.BINARY || tag.equals(Tag.PIXEL_DATA);
    OptionalLong next =
        !binary || absurd ? boundary.next(start, limit, encoding, tag) : OptionalLong.empty();
    if (next.isEmpty()
        && !before.isEmpty()
        && !isLikelyAfter(before.getLast().tag(), header, absurd)) {
      return Optional.empty();
    }
    long end = next.orElse(limit);
    if (next.isPresent()) {
      problems.add(
          start,
          tag,
          Problem.Code.WRONG_LENGTH,
          "problem.wrong.length",
          tag,
          header.length(),
          end - start);
    } else {
      values.truncated(tag, header.length(), end - start);
    }
    Vr vr = header.vr() == Vr.SQ ? Vr.UN : header.vr();
    return Optional.of(
        new DataElement(
            tag,
            vr,
            encoding.order(),
            values.plain(end - start),
            Framing.of(header.bytes(), end - start)));
  }

  /// An element that is cut off is one that could stand here; anything else is what was left behind
  /// the last element.
  private static boolean isLikelyAfter(Tag last, ElementHeader header, boolean absurd) {
    return header.tag().compareTo(last) > 0
        && (header.explicit()
            || (Boundary.isKnown(header.tag()) && !(absurd && header.tag().isPrivate())));
  }
}
