package org.voxdesk.annotation;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Lps;

/// LUNA16's `annotations.csv` (`seriesuid,coordX,coordY,coordZ,diameter_mm`) and `candidates.csv`
/// (`…,class`), millimetres in LPS, and the manifest of a dataset, which has these columns too.
/// Columns are found by their names. Between them stand commas, or the semicolons or tabs that
/// spreadsheets write, then with decimal commas or points.
final class AnnotationCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreHeaderCase(true)
          .setTrim(true)
          .setIgnoreEmptyLines(true)
          .get();

  private AnnotationCsv() {}

  /// @throws IOException if it is no CSV
  /// @throws ExplainedException if it lacks a column
  static Annotations parse(Object name, String text) throws IOException, ExplainedException {
    char delimiter = delimiter(text);
    CSVFormat format = FORMAT.builder().setDelimiter(delimiter).get();
    try (Reader reader = new StringReader(text);
        CSVParser parser = CSVParser.parse(reader, format)) {
      for (String column : List.of("seriesuid", "coordX", "coordY", "coordZ")) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new ExplainedException(Sentence.of("annotation.no.column", name, column));
        }
      }
      List<Annotation> annotations = new ArrayList<>();
      List<Sentence> leftOut = new ArrayList<>();
      Map<String, String> splits = new HashMap<>();
      for (CSVRecord record : parser) {
        var row = new Row(name, record, parser.getCurrentLineNumber(), delimiter != ',');
        try {
          annotations.add(row.annotation());
          row.split().ifPresent(part -> splits.putIfAbsent(record.get("seriesuid"), part));
        } catch (ExplainedException e) {
          leftOut.add(e.sentence());
        }
      }
      return new Annotations(annotations, List.of(), leftOut, splits);
    }
  }

  /// What stands after the name of the first column that we know of, or before it.
  private static char delimiter(String text) {
    String titles = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    for (char candidate : new char[] {';', '\t'}) {
      if (titles.indexOf(',') < 0 && titles.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ',';
  }

  /// One row.
  ///
  /// @param file the name of its file
  /// @param line where it is there, from 1
  /// @param commas whether numbers may have a decimal comma
  private record Row(Object file, CSVRecord cells, long line, boolean commas) {
    Annotation annotation() throws ExplainedException {
      Lps centre = new Lps(number("coordX"), number("coordY"), number("coordZ"));
      boolean measured = !optional("diameter_mm").isEmpty();
      OptionalDouble diameter =
          measured ? OptionalDouble.of(number("diameter_mm")) : OptionalDouble.empty();
      String label = optional("class");
      return Annotation.of(
          cells.get("seriesuid"), centre, diameter, label.isEmpty() ? optional("label") : label);
    }

    /// Of a manifest, what the series is for.
    Optional<String> split() {
      return Optional.of(optional("split"))
          .filter(List.of("train", "validation", "test")::contains);
    }

    private String optional(String column) {
      return cells.isSet(column) ? cells.get(column) : "";
    }

    private double number(String column) throws ExplainedException {
      String text = optional(column);
      try {
        double number = Double.parseDouble(commas ? text.replace(',', '.') : text);
        if (Double.isFinite(number)) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw notANumber(column, text, e);
      }
      throw notANumber(column, text, new NumberFormatException(text));
    }

    private ExplainedException notANumber(String column, String text, NumberFormatException cause) {
      return new ExplainedException(
          Sentence.of("annotation.no.number", file, Long.toString(line), column, text), cause);
    }
  }

  /// LUNA16's `annotations.csv`; of a nodule that nobody measured the diameter is empty.
  static String annotations(List<Annotation> annotations) {
    StringBuilder csv = new StringBuilder("seriesuid,coordX,coordY,coordZ,diameter_mm\n");
    for (Annotation one : annotations) {
      OptionalDouble diameter = one.diameterMm();
      csv.append(place(one))
          .append(diameter.isPresent() ? number(diameter.getAsDouble()) : "")
          .append('\n');
    }
    return csv.toString();
  }

  /// LUNA16's `candidates.csv`; without a label the class is 1, a nodule.
  static String candidates(List<Annotation> annotations) {
    StringBuilder csv = new StringBuilder("seriesuid,coordX,coordY,coordZ,class\n");
    for (Annotation one : annotations) {
      String label = one.label().isEmpty() ? "1" : one.label();
      csv.append(place(one)).append(quoted(label)).append('\n');
    }
    return csv.toString();
  }

  private static String place(Annotation one) {
    Lps centre = one.centre();
    return String.join(
        ",",
        quoted(one.seriesUid()),
        number(centre.x()),
        number(centre.y()),
        number(centre.z()),
        "");
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value).replaceAll("0+$", "");
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
