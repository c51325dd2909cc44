package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.io.DicomFile;

/// Turns data sets into lines of the tag table, in the order of the file, duplicates included.
final class TagRows {
  private TagRows() {}

  /// The lines of a file, the meta header first.
  ///
  /// @param level the only level wanted; empty for all
  static List<TagRow> of(DicomFile file, Optional<Level> level) {
    var rows = new ArrayList<TagRow>(of(file.meta(), TagPath::of));
    rows.addAll(of(file.dataSet(), TagPath::of));
    level.ifPresent(wanted -> rows.removeIf(row -> !isOf(wanted, row)));
    return List.copyOf(rows);
  }

  private static boolean isOf(Level level, TagRow row) {
    return Level.of(row.key().path().tag()) == level;
  }

  /// The lines of one data set, whose elements are at the paths that `path` gives.
  static List<TagRow> of(DataSet dataSet, Function<Tag, TagPath> path) {
    CharacterSet set = dataSet.characterSet();
    Map<Tag, Integer> seen = new HashMap<>();
    var rows = new ArrayList<TagRow>();
    for (DataElement element : dataSet.elements()) {
      Tag tag = element.tag();
      int occurrence = seen.merge(tag, 1, Integer::sum) - 1;
      rows.add(new ElementRow(path.apply(tag), occurrence, dataSet, set, element));
    }
    return List.copyOf(rows);
  }
}
