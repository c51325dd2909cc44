package org.voxdesk.app.tags;

import java.util.List;

/// What the find field leaves of the table.
///
/// @param branches the lines that are shown
/// @param found the lines that were looked for
record Searched(List<TagBranch> branches, Found found) {
  /// Looks for what `query` asks for; for any thread.
  ///
  /// @param hiding whether the other lines are hidden
  static Searched of(List<TagRow> rows, TagQuery query, boolean hiding, TagQuery.Facts facts) {
    Found found = Found.of(rows, query, facts);
    return new Searched(
        query.isEmpty() || !hiding
            ? TagBranch.all(rows)
            : TagBranch.matching(rows, found::contains),
        found);
  }
}
