package org.voxdesk.edit;

import java.util.Optional;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;

/// The blocks of a data set in which owners keep their private elements, each named by the element
/// with its creator, (gggg,0010) to (gggg,00FF) (PS3.5 7.8.1).
public final class PrivateBlock {
  private static final int FIRST = 0x10;
  private static final int LAST = 0xFF;

  private PrivateBlock() {}

  /// The element that names the block of `tag`.
  public static Tag creator(Tag tag) {
    return Tag.of(tag.group(), tag.element() >>> 8);
  }

  /// Whether the tag names a block.
  public static boolean isCreator(Tag tag) {
    return tag.isPrivate() && tag.element() >= FIRST && tag.element() <= LAST;
  }

  /// Whether the tag names a block or is in one.
  public static boolean isInBlock(Tag tag) {
    return isCreator(tag) || (tag.isPrivate() && tag.element() > LAST);
  }

  /// The creator's element of the block that `owner` has: `wanted`, if it is that, else the first.
  public static Optional<Tag> of(String owner, DataSet holder, Tag wanted) {
    Optional<String> owned = Optional.of(owner);
    if (holder.text(wanted).equals(owned)) {
      return Optional.of(wanted);
    }
    for (int block = FIRST; block <= LAST; block++) {
      Tag creator = Tag.of(wanted.group(), block);
      if (holder.text(creator).equals(owned)) {
        return Optional.of(creator);
      }
    }
    return Optional.empty();
  }

  /// The creator's element of a block in which there is nothing: `wanted`, if it is free, else the
  /// first; empty where all are taken.
  public static Optional<Tag> free(DataSet holder, Tag wanted) {
    boolean[] taken = new boolean[LAST + 1];
    holder.elements().stream()
        .map(element -> element.tag())
        .filter(tag -> tag.group() == wanted.group())
        .forEach(tag -> taken[tag.element() > LAST ? tag.element() >>> 8 : tag.element()] = true);
    if (isCreator(wanted) && !taken[wanted.element()]) {
      return Optional.of(wanted);
    }
    for (int block = FIRST; block <= LAST; block++) {
      if (!taken[block]) {
        return Optional.of(Tag.of(wanted.group(), block));
      }
    }
    return Optional.empty();
  }

  /// The element of a block with the last two digits of `tag`.
  public static Tag in(Tag creator, Tag tag) {
    return Tag.of(creator.group(), creator.element() << 8 | (tag.element() & 0xFF));
  }

  /// Whether the tag names a block that has elements in this data set.
  public static boolean isOwning(Tag tag, DataSet holder) {
    return isCreator(tag)
        && holder.elements().stream()
            .map(element -> element.tag())
            .anyMatch(owned -> owned.element() > LAST && creator(owned).equals(tag));
  }
}
