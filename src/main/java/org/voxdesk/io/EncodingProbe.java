package org.voxdesk.io;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// Works out from the bytes at the position of a cursor what a data set is encoded in. The position
/// is the same after each call.
final class EncodingProbe {
  /// Stray bytes in front of a data set that are looked past.
  private static final int MOST_STRAY = 16;

  /// Elements in a row that no other kind of file has.
  private static final int CONVINCING = 4;

  private static final int START = 64;

  private final ByteCursor cursor;
  private final Boundary boundary;

  EncodingProbe(ByteCursor cursor) {
    this.cursor = cursor;
    this.boundary = new Boundary(cursor);
  }

  /// The encoding in which the next element makes sense; empty where none does or none is left.
  Optional<Encoding> first() throws IOException {
    long left = cursor.size() - cursor.position();
    if (left < 8) {
      return Optional.empty();
    }
    boolean explicit = Vr.of(cursor.at(4), cursor.at(5)).isPresent();
    boolean little = lowGroup(Encoding.EXPLICIT_LITTLE);
    boolean big = lowGroup(Encoding.EXPLICIT_BIG);
    if (explicit && (little || big)) {
      return Optional.of(big && !little ? Encoding.EXPLICIT_BIG : Encoding.EXPLICIT_LITTLE);
    }
    for (Encoding implicit : List.of(Encoding.IMPLICIT_LITTLE, Encoding.IMPLICIT_BIG)) {
      long length = cursor.u32(4, implicit.order());
      if (lowGroup(implicit) && (length <= left - 8 || length == ElementHeader.UNDEFINED)) {
        return Optional.of(implicit);
      }
    }
    return Optional.empty();
  }

  /// A data set starts in a low group; read in the other byte order the group is a multiple of 256.
  private boolean lowGroup(Encoding encoding) throws IOException {
    int group = cursor.u16(0, encoding.order());
    return group > 0 && group < 0x0100;
  }

  /// How many bytes of a file without preamble stand before its first element; empty where it is no
  /// DICOM file.
  OptionalInt bareStart() throws IOException {
    Optional<Encoding> found = first();
    if (found.isPresent() && (startsLikeDicom(found.get()) || isChain(0, found.get()))) {
      return OptionalInt.of(0);
    }
    for (int stray = 1; stray <= MOST_STRAY; stray++) {
      if (isChain(stray, Encoding.EXPLICIT_LITTLE) || isChain(stray, Encoding.EXPLICIT_BIG)) {
        return OptionalInt.of(stray);
      }
    }
    return OptionalInt.empty();
  }

  /// True where the next element, read in this encoding, is followed by another one or by nothing.
  boolean leadsOn(Encoding encoding) throws IOException {
    return boundary.chain(cursor.position(), cursor.size(), encoding, 2) == 2;
  }

  private boolean isChain(int ahead, Encoding encoding) throws IOException {
    long place = cursor.position() + ahead;
    return boundary.chain(place, cursor.size(), encoding, CONVINCING) == CONVINCING;
  }

  /// Without a preamble only groups 0002, 0004 and 0008 are trusted to be a beginning, and the
  /// dictionary must know the tag.
  private boolean startsLikeDicom(Encoding encoding) throws IOException {
    Tag first = new Tag(cursor.tag(0, encoding.order()));
    boolean group = first.group() == 2 || first.group() == 4 || first.group() == 8;
    return group && (first.isGroupLength() || Dictionary.standard().entry(first).isPresent());
  }

  /// True where the bytes can be inflated to something that begins like a data set.
  boolean isDeflated() throws IOException {
    long left = cursor.size() - cursor.position();
    if (left < 2) {
      return false;
    }
    byte[] start = Inflated.start(cursor.source().bulk(cursor.position(), left), START);
    return new EncodingProbe(new ByteCursor(new MemorySource(start), 0)).first().isPresent();
  }
}
