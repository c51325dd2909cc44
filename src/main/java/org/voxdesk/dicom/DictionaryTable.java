package org.voxdesk.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The tab-separated tables of the standard that are packed with the program.
public final class DictionaryTable {
  private DictionaryTable() {}

  static List<String[]> rows(String name) {
    return rows(DictionaryTable.class, name);
  }

  /// The cells of every row of the resource `name` beside `owner`; lines that begin with # are
  /// remarks.
  public static List<String[]> rows(Class<?> owner, String name) {
    var stream = Objects.requireNonNull(owner.getResourceAsStream(name), name);
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("a resource of the program cannot be read: " + name, e);
    }
  }
}
