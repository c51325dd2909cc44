package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Rows of (set, text, bytes): the examples of PS3.5 annexes H to K, each single set, several in
/// one value, and what real files do wrong.
class CharacterSetTableTest {
  record Row(boolean written, List<String> terms, Vr vr, String text, String bytes) {
    CharacterSet set() {
      return CharacterSet.of(terms).orElseThrow();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theBytesAreReadAsTheText(Row row) {
    DecodedText decoded = row.set().decode(bytes(row.bytes()), row.vr());
    assertThat(decoded.text()).isEqualTo(text(row.text()));
    assertThat(decoded.complete()).isEqualTo(!row.text().matches(".*[^\\\\]?\\\\x[0-9A-F]{2}.*"));
  }

  @ParameterizedTest
  @MethodSource("written")
  void theTextIsWrittenAsTheBytes(Row row) {
    assertThat(row.set().encode(text(row.text()), row.vr()).map(HexFormat.of()::formatHex))
        .contains(HexFormat.of().formatHex(bytes(row.bytes())));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whateverIsReadCanBeWrittenAndReadAgain(Row row) {
    CharacterSet set = row.set();
    String text = text(row.text());
    assertThat(set.encode(text, row.vr()).map(bytes -> set.decode(bytes, row.vr()).text()))
        .contains(text);
  }

  static Stream<Row> rows() throws IOException {
    var file = CharacterSetTableTest.class.getResourceAsStream("character-sets.tsv");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
      List<Row> rows =
          lines.lines().filter(l -> !l.startsWith("#")).map(l -> row(l.split("\t", -1))).toList();
      assertThat(rows).hasSizeGreaterThan(40);
      return rows.stream();
    }
  }

  static Stream<Row> written() throws IOException {
    return rows().filter(Row::written);
  }

  private static Row row(String[] cells) {
    List<String> terms = Arrays.asList(cells[1].split("\\\\", -1));
    return new Row(cells[0].equals("="), terms, Vr.valueOf(cells[2]), cells[3], cells[4]);
  }

  /// `\xHH` in a text stays as it is.
  private static String text(String cell) {
    var text = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && cell.charAt(i + 1) != 'x') {
        i++;
        c = "\\\r\n\t\f".charAt("\\rntf".indexOf(cell.charAt(i)));
      }
      text.append(c);
    }
    return text.toString();
  }

  private static byte[] bytes(String cell) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\' && cell.charAt(i + 1) == 'x') {
        bytes.write(HexFormat.fromHexDigits(cell, i + 2, i + 4));
        i += 3;
      } else if (c == '\\') {
        bytes.write('\\');
        i++;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }
}
