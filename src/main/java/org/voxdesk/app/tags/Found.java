package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The lines that were looked for.
///
/// @param keys in the order of the table
/// @param set the same, to look in
/// @param problem what is wrong with what was typed
/// @param unknown what was typed that asks for nothing
record Found(
    List<TagRow.Key> keys,
    Set<TagRow.Key> set,
    Optional<String> problem,
    Optional<String> unknown) {
  static final Found NONE = new Found(List.of(), Set.of(), Optional.empty(), Optional.empty());

  /// The lines of `rows` and below them that `query` asks for; none where it asks for nothing.
  static Found of(List<TagRow> rows, TagQuery query, TagQuery.Facts facts) {
    var keys = new ArrayList<TagRow.Key>();
    if (!query.isEmpty()) {
      collect(rows, query.matcher(facts), keys);
    }
    return new Found(List.copyOf(keys), new HashSet<>(keys), query.problem(), query.unknown());
  }

  private static void collect(List<TagRow> rows, Predicate<TagRow> wanted, List<TagRow.Key> keys) {
    for (TagRow row : rows) {
      if (wanted.test(row)) {
        keys.add(row.key());
      }
      if (!row.isLeaf()) {
        collect(row.children(), wanted, keys);
      }
    }
  }

  boolean contains(TagRow row) {
    return set.contains(row.key());
  }

  /// The line after (or before) `from`, round the ends; the first where there is no `from`.
  Optional<TagRow.Key> next(Optional<TagRow.Key> from, int by) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    int at = from.map(keys::indexOf).orElse(-1);
    int next = at < 0 ? (by > 0 ? 0 : keys.size() - 1) : Math.floorMod(at + by, keys.size());
    return Optional.of(keys.get(next));
  }
}
