package org.voxdesk.app.tags;

import java.util.List;
import org.voxdesk.dicom.TagPath;

/// One line of the tag table: an element, an item of a sequence, or an attribute that is missing.
/// Nothing in it is decoded before it is asked for.
public sealed interface TagRow permits ElementRow, ItemRow, MissingRow {
  /// What tells this line from all others of the same data set, and finds it again after an edit.
  ///
  /// @param path the element; for an item its sequence with the item as the last step
  /// @param occurrence how many elements of the same tag come before it in the same data set
  record Key(TagPath path, int occurrence) {}

  Key key();

  /// Whether there are lines below it.
  boolean isLeaf();

  /// The lines below it, made when first asked for.
  List<TagRow> children();

  /// What the find field looks through, in lower case.
  String searched();

  /// Tag, keyword and name, a line each; empty for items.
  String names();

  /// The value in every image that has it, a line each; empty for items.
  String values();

  /// The VR; empty for items.
  String vr();

  /// Whether it looks the same as `other`, which has the same key.
  boolean looksLike(TagRow other);
}
