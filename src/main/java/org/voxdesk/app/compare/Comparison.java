package org.voxdesk.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.edit.Difference;
import org.voxdesk.edit.Differences;
import org.voxdesk.io.DicomFile;
import org.voxdesk.task.Progress;

/// The differences between files, those that are alike in several images told once; where an
/// element changes in many ways, such as a UID of each image, one of them stands for all.
///
/// @param rows in the order of their tags
/// @param images how many images were compared
public record Comparison(List<Row> rows, int images) {
  /// More ways in which one element changes are not listed one by one.
  private static final int MOST_WAYS = 4;

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
  /// @param ways how many pairs of values this one stands for
  public record Row(
      TagPath path, String before, String after, Present present, int images, int ways) {
    /// Keyword or name of the element.
    public String name() {
      Tag tag = path.tag();
      String keyword = tag.isPrivate() ? "" : Dictionary.standard().keyword(tag);
      return path.steps().isEmpty() ? keyword : Difference.place(path);
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
            rows.add(new Row(row.path(), row.before(), row.after(), row.present(), images, 1)));
    return new Comparison(sorted(gathered(rows)), pairs.size());
  }

  private static List<Row> gathered(List<Row> rows) {
    Map<TagPath, List<Row>> byPath = new LinkedHashMap<>();
    rows.forEach(row -> byPath.computeIfAbsent(row.path(), path -> new ArrayList<>()).add(row));
    return byPath.values().stream()
        .flatMap(ways -> ways.size() > MOST_WAYS ? Stream.of(first(ways)) : ways.stream())
        .toList();
  }

  private static Row first(List<Row> ways) {
    Row first = ways.getFirst();
    int images = ways.stream().mapToInt(Row::images).sum();
    return new Row(
        first.path(), first.before(), first.after(), first.present(), images, ways.size());
  }

  private static List<Row> sorted(List<Row> unsorted) {
    var rows = new ArrayList<>(unsorted);
    rows.sort((one, other) -> Differences.BY_PATH.compare(one.path(), other.path()));
    return rows;
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
        1,
        1);
  }
}
