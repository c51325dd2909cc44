package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A line of the tag table with the lines below it that the find field leaves.
///
/// @param row the line
/// @param kept the lines below that are left, to be shown at once; empty where all of them are and
///   wait until the line is opened
public record TagBranch(TagRow row, Optional<List<TagBranch>> kept) {
  /// What of `rows` contains `find` somewhere, with the parents of what does; all where `find` is
  /// blank. Letter case does not matter.
  public static List<TagBranch> matching(List<TagRow> rows, String find) {
    String wanted = find.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? rows.stream().map(TagBranch::whole).toList()
        : List.copyOf(search(rows, wanted));
  }

  /// A line with everything below it.
  static TagBranch whole(TagRow row) {
    return new TagBranch(row, Optional.empty());
  }

  private static List<TagBranch> search(List<TagRow> rows, String wanted) {
    var found = new ArrayList<TagBranch>();
    for (TagRow row : rows) {
      List<TagBranch> below = row.isLeaf() ? List.of() : search(row.children(), wanted);
      if (!below.isEmpty()) {
        found.add(new TagBranch(row, Optional.of(below)));
      } else if (row.searched().contains(wanted)) {
        found.add(whole(row));
      }
    }
    return found;
  }
}
