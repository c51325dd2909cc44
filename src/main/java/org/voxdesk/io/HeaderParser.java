package org.voxdesk.io;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.PrivateDictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Element headers out of bytes (PS3.5 7.1), with the VR worked out where the file does not say it.
final class HeaderParser {
  private static final Vr[] US_OR_SS = {Vr.US, Vr.SS};

  private final ByteCursor cursor;
  private final List<Problem> problems;

  /// Pixel Representation decides between US and SS (PS3.5 A.1); items follow their image.
  private boolean signedPixels;

  HeaderParser(ByteCursor cursor, List<Problem> problems) {
    this.cursor = cursor;
    this.problems = problems;
  }

  Tag peekTag(Encoding encoding) throws IOException {
    return Tag.of(cursor.u16(0, encoding.order()), cursor.u16(2, encoding.order()));
  }

  /// The header at the position, which moves behind it; empty where there is none. At least eight
  /// bytes must be left before `limit`.
  Optional<ElementHeader> read(List<DataElement> before, long limit, Encoding encoding)
      throws IOException {
    ByteOrder order = encoding.order();
    Tag tag = peekTag(encoding);
    if (tag.group() == 0xFFFE) {
      return Optional.empty();
    }
    if (!encoding.isExplicit()) {
      return Optional.of(implicit(before, tag, order));
    }
    Optional<Vr> vr = Vr.of(cursor.at(4), cursor.at(5));
    if (vr.isEmpty()) {
      return unknownVr(before, tag, limit, order);
    }
    if (!vr.get().hasLongHeader()) {
      int length = cursor.u16(6, order);
      if (tag.equals(Tag.PIXEL_REPRESENTATION) && length == 2) {
        rememberSign(8, order);
      }
      return Optional.of(new ElementHeader(tag, vr.get(), length, cursor.take(8), true));
    }
    return longHeader(tag, vr.get(), limit, order);
  }

  private Optional<ElementHeader> longHeader(Tag tag, Vr vr, long limit, ByteOrder order)
      throws IOException {
    if (limit - cursor.position() < 12) {
      return Optional.empty();
    }
    long length = cursor.u32(8, order);
    return Optional.of(new ElementHeader(tag, vr, length, cursor.take(12), true));
  }

  private ElementHeader implicit(List<DataElement> before, Tag tag, ByteOrder order)
      throws IOException {
    long length = cursor.u32(4, order);
    Vr vr = implicitVr(before, tag);
    if (length == ElementHeader.UNDEFINED && !tag.equals(Tag.PIXEL_DATA)) {
      vr = Vr.SQ;
    }
    byte[] bytes = cursor.take(8);
    if (tag.equals(Tag.PIXEL_REPRESENTATION) && length == 2) {
      rememberSign(0, order);
    }
    return new ElementHeader(tag, vr, length, bytes, false);
  }

  private void rememberSign(int ahead, ByteOrder order) throws IOException {
    if (cursor.position() + ahead + 2 <= cursor.source().size()) {
      signedPixels = cursor.u16(ahead, order) == 1;
    }
  }

  /// Whether pixels are signed, as far as has been read.
  boolean signedPixels() {
    return signedPixels;
  }

  /// What an item says of its own pixels is not true of the image around it.
  void signedPixels(boolean signed) {
    signedPixels = signed;
  }

  /// Two letters that are no VR are taken as a future one with a long header (PS3.5 6.2 note);
  /// anything else as an element that another writer put in without its VR.
  private Optional<ElementHeader> unknownVr(
      List<DataElement> before, Tag tag, long limit, ByteOrder order) throws IOException {
    boolean letters = isCapital(cursor.at(4)) && isCapital(cursor.at(5));
    long left = limit - cursor.position();
    boolean longForm = letters && left >= 12 && cursor.u16(6, order) == 0;
    problems.add(
        new Problem(
            cursor.position(),
            Optional.of(tag),
            Problem.Code.UNKNOWN_VR,
            Sentence.of("problem.unknown.vr", tag)));
    if (longForm) {
      return longHeader(tag, Vr.UN, limit, order);
    }
    if (letters) {
      int length = cursor.u16(6, order);
      return Optional.of(new ElementHeader(tag, Vr.UN, length, cursor.take(8), true));
    }
    long length = cursor.u32(4, order);
    if (length != ElementHeader.UNDEFINED && length > left - 8) {
      length = cursor.u16(6, order);
      return length > left - 8
          ? Optional.empty()
          : Optional.of(new ElementHeader(tag, Vr.UN, length, cursor.take(8), true));
    }
    return Optional.of(implicit(before, tag, order));
  }

  private static boolean isCapital(int letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private Vr implicitVr(List<DataElement> before, Tag tag) {
    if (tag.isPrivate() && tag.element() > 0xFF) {
      return DataSetParser.textBefore(before, Tag.of(tag.group(), tag.element() >>> 8))
          .flatMap(creator -> PrivateDictionary.instance().entry(creator, tag))
          .flatMap(entry -> entry.vrs().stream().findFirst())
          .orElse(Vr.UN);
    }
    if (tag.equals(Tag.PIXEL_DATA)) {
      return Vr.OW;
    }
    Vr usual = Dictionary.standard().vr(tag);
    if (usual == US_OR_SS[0] && mayBeSigned(tag)) {
      return signedPixels ? US_OR_SS[1] : US_OR_SS[0];
    }
    return usual;
  }

  private static boolean mayBeSigned(Tag tag) {
    return Dictionary.standard().entry(tag).map(DictionaryEntry::vrs).stream()
        .anyMatch(vrs -> vrs.contains(Vr.SS));
  }
}
