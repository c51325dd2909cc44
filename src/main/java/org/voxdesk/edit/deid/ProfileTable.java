package org.voxdesk.edit.deid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The tab-separated tables of PS3.15 and PS3.3 that are packed with the program.
final class ProfileTable {
  private ProfileTable() {}

  /// The cells of every row of the resource `name`; lines with `#` say where it is from.
  static List<String[]> rows(String name) {
    var stream = Objects.requireNonNull(ProfileTable.class.getResourceAsStream(name), name);
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
