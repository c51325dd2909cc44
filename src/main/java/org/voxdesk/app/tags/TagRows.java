package org.voxdesk.app.tags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Level;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.io.DicomFile;

/// Turns data sets into lines of the tag table, in the order of the file, duplicates included.
final class TagRows {
  private TagRows() {}

  /// The lines of files, each element once, the meta header first.
  ///
  /// @param level the only level wanted; empty for all
  static List<TagRow> of(List<DicomFile> files, Optional<Level> level) {
    int images = files.size();
    var rows = new ArrayList<TagRow>();
    rows.addAll(of(files.stream().map(DicomFile::meta).toList(), images, TagPath::of));
    rows.addAll(of(files.stream().map(DicomFile::dataSet).toList(), images, TagPath::of));
    level.ifPresent(wanted -> rows.removeIf(row -> !isOf(wanted, row)));
    return List.copyOf(rows);
  }

  private static boolean isOf(Level level, TagRow row) {
    return Level.of(row.key().path().tag()) == level;
  }

  /// The lines of one place in several images.
  ///
  /// @param dataSets what is there, of each image that has the place
  /// @param images how many images there are
  /// @param path where the elements are
  static List<TagRow> of(List<DataSet> dataSets, int images, Function<Tag, TagPath> path) {
    if (dataSets.isEmpty()) {
      return List.of();
    }
    boolean alike = dataSets.stream().allMatch(d -> hasTagsOf(d, dataSets.getFirst()));
    return List.copyOf(alike ? ofFirst(dataSets, images, path) : ofAll(dataSets, images, path));
  }

  private static boolean hasTagsOf(DataSet dataSet, DataSet first) {
    List<DataElement> elements = dataSet.elements();
    List<DataElement> others = first.elements();
    if (elements.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).tag().value() != others.get(i).tag().value()) {
        return false;
      }
    }
    return true;
  }

  /// Lines in the order of the first data set, whose tags all others have too.
  private static List<TagRow> ofFirst(
      List<DataSet> dataSets, int images, Function<Tag, TagPath> path) {
    DataSet first = dataSets.getFirst();
    Map<Tag, Integer> seen = new HashMap<>();
    var rows = new ArrayList<TagRow>();
    for (DataElement element : first.elements()) {
      Tag tag = element.tag();
      int occurrence = seen.merge(tag, 1, Integer::sum) - 1;
      var spread = new Spread(dataSets, images, tag, occurrence);
      rows.add(new ElementRow(path.apply(tag), occurrence, first, element, spread));
    }
    return rows;
  }

  /// Lines in the order of their tags.
  private static List<TagRow> ofAll(
      List<DataSet> dataSets, int images, Function<Tag, TagPath> path) {
    Map<Tag, Integer> most = new TreeMap<>();
    for (DataSet dataSet : dataSets) {
      Map<Tag, Integer> seen = new HashMap<>();
      dataSet.elements().forEach(e -> seen.merge(e.tag(), 1, Integer::sum));
      seen.forEach((tag, count) -> most.merge(tag, count, Math::max));
    }
    var rows = new ArrayList<TagRow>();
    most.forEach(
        (tag, count) -> {
          for (int occurrence = 0; occurrence < count; occurrence++) {
            var spread = new Spread(dataSets, images, tag, occurrence);
            DataElement element = spread.elements().getFirst();
            rows.add(new ElementRow(path.apply(tag), occurrence, spread.holder(), element, spread));
          }
        });
    return rows;
  }
}
