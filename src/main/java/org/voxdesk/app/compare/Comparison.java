package org.voxdesk.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.io.DicomFile;
import org.voxdesk.task.Progress;

/// The differences between files, those that are alike in several images told once.
///
/// @param rows in the order of their tags
/// @param images how many images were compared
public record Comparison(List<Row> rows, int images) {
  public Comparison {
    rows = List.copyOf(rows);
  }

  /// One difference.
  ///
  /// @param path where it is
  /// @param before the value there was; empty where there was no element
  /// @param after the value there is; empty where there is no element
  /// @param present whether there was an element, and whether there is one
  /// @param images in how many images it is so
  public record Row(TagPath path, String before, String after, Present present, int images) {
    /// Keyword or name of the element.
    public String name() {
      Tag tag = path.tag();
      String keyword = tag.isPrivate() ? "" : Dictionary.standard().keyword(tag);
      return path.steps().isEmpty() ? keyword : path.toString();
    }
  }

  /// Which sides have the element.
  public enum Present {
    CHANGED,
    ADDED,
    DELETED
  }

  /// Two states of one image.
  public record Pair(DicomFile before, DicomFile after) {}

  /// What edits have made of images.
  ///
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Comparison edited(List<Pair> pairs, Progress progress) {
    Map<Row, Integer> counted = new LinkedHashMap<>();
    int done = 0;
    for (Pair pair : pairs) {
      progress.checkCancelled();
      Differences.between(pair.before(), pair.after())
          .forEach(difference -> counted.merge(row(difference), 1, Integer::sum));
      progress.report(++done, pairs.size());
    }
    var rows = new ArrayList<Row>();
    counted.forEach(
        (row, images) ->
            rows.add(new Row(row.path(), row.before(), row.after(), row.present(), images)));
    rows.sort((one, other) -> Differences.BY_PATH.compare(one.path(), other.path()));
    return new Comparison(rows, pairs.size());
  }

  /// How two images differ.
  public static Comparison ofTwo(DicomFile one, DicomFile other) {
    return new Comparison(
        Differences.ofFiles(one, other).stream().map(Comparison::row).toList(), 2);
  }

  private static Row row(Difference difference) {
    Present present =
        difference.before().isEmpty()
            ? Present.ADDED
            : difference.after().isEmpty() ? Present.DELETED : Present.CHANGED;
    return new Row(
        difference.path(),
        difference.before().map(Difference.Side::text).orElse(""),
        difference.after().map(Difference.Side::text).orElse(""),
        present,
        1);
  }
}
