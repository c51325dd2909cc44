package org.voxdesk.app.tags;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.json.DicomJson;

/// Lines of the table as text that other programs, and other images, can take.
final class Clipping {
  /// Longer values are not put on the clipboard as JSON.
  private static final long LONGEST = 16 << 20;

  private Clipping() {}

  /// A line each: tag, name, VR and value, separated by tabs.
  static String text(List<TagRow> rows, TagText text) {
    return cells(rows, text).stream()
        .map(cells -> String.join("\t", cells))
        .collect(Collectors.joining("\n"));
  }

  /// The same as CSV (RFC 4180), with a line of titles; a line for every value where images differ.
  static String csv(List<TagRow> rows, TagText text) {
    var csv = new StringWriter();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader("Tag", "Name", "VR", "Value", "Images").get();
    try (CSVPrinter printer = new CSVPrinter(csv, format)) {
      for (TagRow row : rows) {
        if (row instanceof ElementRow element) {
          for (Spread.Kind kind : element.spread().kinds()) {
            printer.printRecord(
                tag(row.key().path()),
                text.name(row),
                row.vr(),
                text.whole(element, kind),
                kind.images());
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("text in memory can always be written", e);
    }
    return csv.toString();
  }

  /// The tag, `(gggg,eeee)`, behind those of the sequences it is in and the numbers of their items,
  /// from 0.
  private static String tag(TagPath path) {
    return path.steps().stream()
            .map(step -> step.sequence() + "[" + step.item() + "].")
            .collect(Collectors.joining())
        + path.tag();
  }

  private static List<List<String>> cells(List<TagRow> rows, TagText text) {
    return rows.stream()
        .map(row -> List.of(text.tag(row), text.name(row), row.vr(), text.copied(row)))
        .toList();
  }

  /// The elements in the DICOM JSON model (PS3.18 F), private ones with their creators; those of
  /// the items that are selected.
  ///
  /// @throws DicomException if a value that was left in its file cannot be had any more
  static String json(List<TagRow> rows) throws DicomException {
    Map<Tag, DataElement> elements = new LinkedHashMap<>();
    Optional<DataSet> holder = Optional.empty();
    for (TagRow row : rows) {
      List<ElementRow> below =
          row instanceof ElementRow element
              ? List.of(element)
              : row.children().stream()
                  .flatMap(r -> r instanceof ElementRow e ? Stream.of(e) : null)
                  .toList();
      for (ElementRow element : below) {
        holder = holder.or(() -> Optional.of(element.holder()));
        creatorOf(element).ifPresent(c -> elements.putIfAbsent(c.tag(), c));
        elements.putIfAbsent(element.tag(), element.element());
      }
    }
    var sorted = new ArrayList<>(elements.values());
    sorted.sort(Comparator.comparing(DataElement::tag));
    Encoding encoding = holder.map(DataSet::encoding).orElse(Encoding.EXPLICIT_LITTLE);
    DataSet all = DataSet.of(encoding, sorted, new byte[0]);
    DataSet readable = holder.map(h -> all.inheriting(h.characterSet())).orElse(all);
    return DicomJson.write(readable, LONGEST).text();
  }

  private static Optional<DataElement> creatorOf(ElementRow row) {
    Tag tag = row.tag();
    return row.creator().isPresent()
        ? row.holder().get(Tag.of(tag.group(), tag.element() >>> 8))
        : Optional.empty();
  }
}
