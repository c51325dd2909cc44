package org.voxdesk.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// Element headers out of bytes (PS3.5 7.1). Each header is read in the encoding of its data set
/// unless it makes sense in another form only.
final class HeaderParser {
  private final ByteCursor cursor;
  private final Problems problems;
  private final Boundary boundary;
  private final ImplicitVr implicitVr = new ImplicitVr();

  HeaderParser(ByteCursor cursor, Problems problems, Boundary boundary) {
    this.cursor = cursor;
    this.problems = problems;
    this.boundary = boundary;
  }

  /// Which VR elements have that do not say it.
  ImplicitVr implicitVr() {
    return implicitVr;
  }

  Tag peekTag(Encoding encoding) throws IOException {
    return new Tag(cursor.tag(0, encoding.order()));
  }

  /// The header at the position, which moves behind it; empty where there is none. At least eight
  /// bytes must be left before `limit`.
  Optional<ElementHeader> read(List<DataElement> before, long limit, Encoding encoding)
      throws IOException, DicomException {
    Tag tag = peekTag(encoding);
    if (tag.group() == 0xFFFE || isPadding(tag)) {
      return Optional.empty();
    }
    Optional<Vr> vr = Vr.of(cursor.at(4), cursor.at(5));
    if (!encoding.isExplicit()) {
      if (vr.isEmpty() || !isExplicitInstead(tag, vr.get(), limit, encoding.order())) {
        return Optional.of(implicit(before, tag, encoding.order()));
      }
      problems.add(
          cursor.position(), tag, Problem.Code.MIXED_ENCODING, "problem.explicit.element", tag);
    }
    return vr.isPresent()
        ? explicit(tag, vr.get(), limit, encoding.order())
        : unknownVr(before, tag, limit, encoding);
  }

  /// Zeros are no element (0000,0000): they fill up a file.
  private boolean isPadding(Tag tag) throws IOException {
    return tag.value() == 0 && cursor.u32(4, ByteOrder.LITTLE_ENDIAN) == 0;
  }

  private Optional<ElementHeader> explicit(Tag tag, Vr vr, long limit, ByteOrder order)
      throws IOException, DicomException {
    if (!vr.hasLongHeader()) {
      return Optional.of(shortHeader(tag, vr, order));
    }
    long left = limit - cursor.position();
    // Some old writers give a long VR a short header: what should be reserved is the length.
    int reserved = cursor.u16(6, order);
    if (reserved != 0
        && reserved <= left - 8
        && leads(cursor.position() + 8, reserved, limit, Encoding.of(true, order))) {
      problems.add(
          cursor.position(), tag, Problem.Code.WRONG_LENGTH, "problem.short.header", tag, vr);
      return Optional.of(shortHeader(tag, vr, order));
    }
    return left < 12 ? Optional.empty() : Optional.of(longHeader(tag, vr, order));
  }

  private ElementHeader longHeader(Tag tag, Vr vr, ByteOrder order) throws IOException {
    long length = cursor.u32(8, order);
    return new ElementHeader(tag, vr, length, cursor.take(12), true);
  }

  private ElementHeader shortHeader(Tag tag, Vr vr, ByteOrder order) throws IOException {
    int length = cursor.u16(6, order);
    byte[] bytes = cursor.take(8);
    if (tag.equals(Tag.PIXEL_REPRESENTATION) && length == 2) {
      rememberSign(order);
    }
    return new ElementHeader(tag, vr, length, bytes, true);
  }

  private ElementHeader implicit(List<DataElement> before, Tag tag, ByteOrder order)
      throws IOException {
    long length = cursor.u32(4, order);
    Vr vr = implicitVr.of(before, tag);
    if (length == ElementHeader.UNDEFINED && !tag.equals(Tag.PIXEL_DATA)) {
      vr = Vr.SQ;
    }
    byte[] bytes = cursor.take(8);
    if (tag.equals(Tag.PIXEL_REPRESENTATION) && length == 2) {
      rememberSign(order);
    }
    return new ElementHeader(tag, vr, length, bytes, false);
  }

  private void rememberSign(ByteOrder order) throws IOException {
    if (cursor.position() + 2 <= cursor.size()) {
      implicitVr.signed(cursor.u16(0, order) == 1);
    }
  }

  /// Whether an element of an implicit data set has its VR all the same: the two letters would make
  /// a length of at least 16,705, which leads nowhere while the explicit one does.
  private boolean isExplicitInstead(Tag tag, Vr vr, long limit, ByteOrder order)
      throws IOException {
    Encoding implicit = Encoding.of(false, order);
    long start = cursor.position();
    if (boundary.isElement(start, limit, implicit)) {
      return false;
    }
    long length = vr.hasLongHeader() ? 0 : cursor.u16(6, order);
    long end = start + 8 + length;
    return boundary.isElement(start, limit, Encoding.of(true, order))
        || (!vr.hasLongHeader() && end <= limit && boundary.at(end, limit, implicit))
        || (vr == implicitVr.of(List.of(), tag) && cursor.u32(4, order) > limit - start - 8);
  }

  private Optional<ElementHeader> unknownVr(
      List<DataElement> before, Tag tag, long limit, Encoding encoding)
      throws IOException, DicomException {
    long start = cursor.position();
    Optional<ElementHeader> header = withoutVr(before, tag, limit, encoding);
    if (header.isPresent()) {
      problems.add(start, tag, Problem.Code.UNKNOWN_VR, "problem.unknown.vr", tag);
    }
    return header;
  }

  /// An element whose VR is none: a future VR, an implicit element, or a VR that got lost. Lengths
  /// that lead to another element are believed before those that only fit.
  private Optional<ElementHeader> withoutVr(
      List<DataElement> before, Tag tag, long limit, Encoding encoding) throws IOException {
    ByteOrder order = encoding.order();
    long start = cursor.position();
    long left = limit - start;
    boolean letters = isCapital(cursor.at(4)) && isCapital(cursor.at(5));
    long shortLength = cursor.u16(6, order);
    boolean shortFits = shortLength <= left - 8;
    long longLength = shortLength == 0 && left >= 12 ? cursor.u32(8, order) : Long.MAX_VALUE;
    boolean longFits =
        longLength <= left - 12 || (longLength == ElementHeader.UNDEFINED && letters);
    long implicitLength = cursor.u32(4, order);
    boolean implicitFits = implicitLength <= left - 8 || implicitLength == ElementHeader.UNDEFINED;
    if (letters) {
      // PS3.5 6.2: a VR that is not known has a long header.
      boolean longLeads = longFits && leads(start + 12, longLength, limit, encoding);
      boolean shortLeads = shortFits && leads(start + 8, shortLength, limit, encoding);
      return longLeads || (longFits && !shortLeads)
          ? Optional.of(longHeader(tag, Vr.UN, order))
          : Optional.of(shortHeader(tag, Vr.UN, order));
    }
    if (implicitFits
        && (leads(start + 8, implicitLength, limit, encoding)
            || leads(start + 8, implicitLength, limit, Encoding.of(false, order)))) {
      return Optional.of(implicit(before, tag, order));
    }
    if (longFits && leads(start + 12, longLength, limit, encoding)) {
      return Optional.of(longHeader(tag, Vr.UN, order));
    }
    if (shortFits && leads(start + 8, shortLength, limit, encoding)) {
      return Optional.of(shortHeader(tag, Vr.UN, order));
    }
    return implicitFits && Boundary.isKnown(tag)
        ? Optional.of(implicit(before, tag, order))
        : Optional.empty();
  }

  private boolean leads(long content, long length, long limit, Encoding encoding)
      throws IOException {
    return length == ElementHeader.UNDEFINED
        ? boundary.isMarker(content, limit, encoding)
        : boundary.at(content + length, limit, encoding);
  }

  private static boolean isCapital(int letter) {
    return letter >= 'A' && letter <= 'Z';
  }
}
