package org.voxdesk.annotation;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import org.voxdesk.volume.Lps;

/// LUNA16's `annotations.csv` (`seriesuid,coordX,coordY,coordZ,diameter_mm`) and `candidates.csv`
/// (`…,class`), millimetres in LPS, and the manifest of a dataset, which has these columns too.
/// Columns are found by their names.
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
  static List<Annotation> parse(Object name, String text) throws IOException, ExplainedException {
    try (Reader reader = new StringReader(text);
        CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      for (String column : List.of("seriesuid", "coordX", "coordY", "coordZ")) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new ExplainedException(Sentence.of("annotation.no.column", name, column));
        }
      }
      List<Annotation> annotations = new ArrayList<>();
      for (CSVRecord row : parser) {
        annotations.add(annotation(name, row));
      }
      return annotations;
    }
  }

  private static Annotation annotation(Object name, CSVRecord row) throws ExplainedException {
    Lps centre =
        new Lps(
            number(name, row, "coordX"), number(name, row, "coordY"), number(name, row, "coordZ"));
    boolean measured = !optional(row, "diameter_mm").isEmpty();
    OptionalDouble diameter =
        measured ? OptionalDouble.of(number(name, row, "diameter_mm")) : OptionalDouble.empty();
    String label = optional(row, "class");
    return Annotation.of(
        row.get("seriesuid"), centre, diameter, label.isEmpty() ? optional(row, "label") : label);
  }

  private static String optional(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }

  private static double number(Object name, CSVRecord row, String column)
      throws ExplainedException {
    String text = optional(row, column);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw notANumber(name, row, column, text, e);
    }
    throw notANumber(name, row, column, text, new NumberFormatException(text));
  }

  private static ExplainedException notANumber(
      Object name, CSVRecord row, String column, String text, NumberFormatException cause) {
    Sentence sentence =
        Sentence.of(
            "annotation.no.number", name, Long.toString(row.getRecordNumber() + 1), column, text);
    return new ExplainedException(sentence, cause);
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
