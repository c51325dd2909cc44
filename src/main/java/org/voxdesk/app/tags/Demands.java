package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.ModuleAttributes;
import org.voxdesk.dicom.Tag;
import org.voxdesk.study.Instance;

/// What modules of the standard demand and some of a set of images lack.
///
/// @param missing the attributes that are missing or empty in some image
record Demands(Map<Tag, ModuleAttributes.Missing> missing) {
  static final Demands NONE = new Demands(Map.of());

  Demands {
    missing = Map.copyOf(missing);
  }

  /// Of these images, edits included.
  static Demands of(List<Instance> images) {
    Map<Tag, ModuleAttributes.Missing> missing = new HashMap<>();
    for (Instance image : images) {
      ModuleAttributes.of(image.dataSet()).forEach(m -> missing.putIfAbsent(m.tag(), m));
    }
    return missing.isEmpty() ? NONE : new Demands(missing);
  }

  /// Who demands what the line lacks.
  Optional<ModuleAttributes.Missing> of(TagRow row) {
    return row.key().path().steps().isEmpty()
        ? Optional.ofNullable(missing.get(row.key().path().tag()))
        : Optional.empty();
  }

  /// `rows` with a line for each attribute that none of them is, in the order of the tags.
  List<TagRow> among(List<TagRow> rows, Optional<Level> level) {
    Set<Tag> present = new HashSet<>();
    rows.forEach(row -> present.add(row.key().path().tag()));
    List<MissingRow> lines =
        missing.values().stream()
            .filter(m -> !present.contains(m.tag()))
            .filter(m -> level.isEmpty() || Level.of(m.tag()) == level.get())
            .sorted((one, other) -> one.tag().compareTo(other.tag()))
            .map(MissingRow::new)
            .toList();
    var all = new ArrayList<TagRow>();
    int next = 0;
    for (TagRow row : rows) {
      Tag tag = row.key().path().tag();
      // The meta header comes first whatever its tags are.
      while (!tag.isMeta() && next < lines.size() && lines.get(next).tag().compareTo(tag) < 0) {
        all.add(lines.get(next++));
      }
      all.add(row);
    }
    all.addAll(lines.subList(next, lines.size()));
    return List.copyOf(all);
  }
}
