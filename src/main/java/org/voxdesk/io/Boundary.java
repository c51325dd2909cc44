package org.voxdesk.io;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// Tells whether an element could begin at a place: what a length is believed by when lengths are
/// wrong. The position of the cursor is the same after each call.
final class Boundary {
  /// Bytes that may be looked through for the next element, in one file and at one place.
  private static final long SEARCH_ALL = 4 << 20;

  private static final int SEARCH_ONCE = 256 * 1024;
  private static final int MOST_IN_ITEM = 64;
  private static final long NONE = -1;

  private final ByteCursor cursor;
  private long search = SEARCH_ALL;

  Boundary(ByteCursor cursor) {
    this.cursor = cursor;
  }

  /// True where `place` is `limit`, or an item, a delimiter or an element begins there.
  boolean at(long place, long limit, Encoding encoding) throws IOException {
    return place == limit
        || isMarker(place, limit, encoding)
        || end(place, limit, encoding) != NONE;
  }

  /// True where an element begins that is followed by another boundary.
  boolean isElement(long place, long limit, Encoding encoding) throws IOException {
    long end = end(place, limit, encoding);
    return end != NONE && at(end, limit, encoding);
  }

  /// True where an item begins.
  boolean isItem(long place, long limit, Encoding encoding) throws IOException {
    return isMarker(place, limit, encoding) && tag(place, encoding) == Tag.ITEM.value();
  }

  /// True for an item or a delimiter.
  boolean isMarker(long place, long limit, Encoding encoding) throws IOException {
    if (place < 0 || limit - place < 8) {
      return false;
    }
    long back = cursor.position();
    cursor.position(place);
    int tag = cursor.tag(0, encoding.order());
    cursor.position(back);
    return isMarker(tag);
  }

  static boolean isMarker(int tag) {
    return tag == Tag.ITEM.value()
        || tag == Tag.ITEM_DELIMITATION.value()
        || tag == Tag.SEQUENCE_DELIMITATION.value();
  }

  /// How many elements with rising tags follow each other from `place`, counted up to `most`;
  /// `most` as well where the last of them ends at `limit`.
  int chain(long place, long limit, Encoding encoding, int most) throws IOException {
    long at = place;
    int last = 0;
    for (int count = 0; count < most; count++) {
      if (count > 0 && (at == limit || isMarker(at, limit, encoding))) {
        return most;
      }
      long end = end(at, limit, encoding);
      int tag = end == NONE ? 0 : tag(at, encoding);
      if (end == NONE || Integer.compareUnsigned(tag, last) <= 0) {
        return count;
      }
      last = tag;
      at = end;
    }
    return most;
  }

  /// True where the elements from `place` on are followed by an item or the end of a sequence: they
  /// are in an item of that sequence then.
  boolean leadsOnInSequence(long place, long limit, Encoding encoding) throws IOException {
    long at = place;
    for (int count = 0; count < MOST_IN_ITEM && at != NONE && at != limit; count++) {
      if (isMarker(at, limit, encoding)) {
        return tag(at, encoding) != Tag.ITEM_DELIMITATION.value();
      }
      at = end(at, limit, encoding);
    }
    return false;
  }

  /// The nearest place from `from` on where elements begin whose tags are greater than `after`;
  /// empty where there is none, or none within what a file may have looked through.
  OptionalLong next(long from, long limit, Encoding encoding, Tag after) throws IOException {
    long stop = Math.min(limit - 8, from + Math.min(SEARCH_ONCE, search));
    for (long place = from; place <= stop; place++) {
      search--;
      if (end(place, limit, encoding) != NONE
          && Integer.compareUnsigned(tag(place, encoding), after.value()) > 0
          && chain(place, limit, encoding, 3) >= 2) {
        return OptionalLong.of(place);
      }
    }
    return OptionalLong.empty();
  }

  /// The nearest place from `from` on with an item whose length fits, or the delimiter of
  /// fragments; empty where there is none, or none within what a file may have looked through.
  OptionalLong nextFragment(long from, long limit, Encoding encoding) throws IOException {
    long back = cursor.position();
    long stop = Math.min(limit - 8, from + Math.min(SEARCH_ONCE, search));
    OptionalLong found = OptionalLong.empty();
    for (long place = from; place <= stop && found.isEmpty(); place++) {
      search--;
      cursor.position(place);
      int tag = cursor.tag(0, encoding.order());
      long length = cursor.u32(4, encoding.order());
      if ((tag == Tag.ITEM.value() && length <= limit - place - 8)
          || (tag == Tag.SEQUENCE_DELIMITATION.value() && length == 0)) {
        found = OptionalLong.of(place);
      }
    }
    cursor.position(back);
    return found;
  }

  /// The group of the element at `place`.
  int group(long place, Encoding encoding) throws IOException {
    return tag(place, encoding) >>> 16;
  }

  private int tag(long place, Encoding encoding) throws IOException {
    long back = cursor.position();
    cursor.position(place);
    int tag = cursor.tag(0, encoding.order());
    cursor.position(back);
    return tag;
  }

  /// Where the element at `place` ends by its own length; for an undefined one, where its content
  /// begins. [#NONE] where there is no element.
  private long end(long place, long limit, Encoding encoding) throws IOException {
    if (place < 0 || limit - place < 8) {
      return NONE;
    }
    long back = cursor.position();
    cursor.position(place);
    long end = end(limit, encoding);
    cursor.position(back);
    return end;
  }

  private long end(long limit, Encoding encoding) throws IOException {
    var order = encoding.order();
    int tag = cursor.tag(0, order);
    int group = tag >>> 16;
    if (group == 0 || group >= 0xFFFD) {
      return NONE;
    }
    int header = 8;
    long length;
    if (encoding.isExplicit()) {
      Optional<Vr> vr = Vr.of(cursor.at(4), cursor.at(5));
      if (vr.isEmpty()) {
        return NONE;
      }
      if (vr.get().hasLongHeader()) {
        header = 12;
        if (limit - cursor.position() < 12 || cursor.u16(6, order) != 0) {
          return NONE;
        }
      }
      length = header == 8 ? cursor.u16(6, order) : cursor.u32(8, order);
    } else {
      length = cursor.u32(4, order);
      if (length != ElementHeader.UNDEFINED && length > limit - cursor.position() - 8) {
        return NONE;
      }
      if (!isKnown(new Tag(tag))) {
        return NONE;
      }
    }
    long content = cursor.position() + header;
    if (length == ElementHeader.UNDEFINED) {
      return limit - content >= 8 && isMarker(cursor.tag(header, order)) ? content : NONE;
    }
    return length <= limit - content ? content + length : NONE;
  }

  /// Without a VR the tag itself is all there is to believe.
  static boolean isKnown(Tag tag) {
    return tag.isGroupLength()
        || (tag.isPrivate() && tag.group() > 8 && tag.element() >= 0x10)
        || Dictionary.standard().entry(tag).isPresent();
  }
}
