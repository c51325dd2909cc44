package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A line of the tag table with the lines below it that the find field leaves.
///
/// @param row the line
/// @param kept the lines below that are left, to be shown at once; empty where all of them are and
///   wait until the line is opened
public record TagBranch(TagRow row, Optional<List<TagBranch>> kept) {
  /// What of `rows` is wanted, with the parents of what is.
  static List<TagBranch> matching(List<TagRow> rows, Predicate<TagRow> wanted) {
    return List.copyOf(search(rows, wanted));
  }

  /// All of `rows`.
  static List<TagBranch> all(List<TagRow> rows) {
    return rows.stream().map(TagBranch::whole).toList();
  }

  /// A line with everything below it.
  static TagBranch whole(TagRow row) {
    return new TagBranch(row, Optional.empty());
  }

  private static List<TagBranch> search(List<TagRow> rows, Predicate<TagRow> wanted) {
    var found = new ArrayList<TagBranch>();
    for (TagRow row : rows) {
      List<TagBranch> below = row.isLeaf() ? List.of() : search(row.children(), wanted);
      if (!below.isEmpty()) {
        found.add(new TagBranch(row, Optional.of(below)));
      } else if (wanted.test(row)) {
        found.add(whole(row));
      }
    }
    return found;
  }
}
