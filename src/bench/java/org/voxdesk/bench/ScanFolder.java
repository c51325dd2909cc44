package org.voxdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The CT series that every benchmark works on.
final class ScanFolder {
  private static final String PROPERTY = "voxdesk.testdata";
  private static final Path SERIES = Path.of("ct", "LIDC-IDRI-0003");

  private ScanFolder() {}

  /// The folder of the series, below the directory named by the property `voxdesk.testdata`.
  static Path path() {
    return testData().resolve(SERIES);
  }

  /// The directory named by the property `voxdesk.testdata`.
  static Path testData() {
    return Path.of(System.getProperty(PROPERTY, "../shared/data"));
  }

  /// All regular files of the series, sorted by name.
  static List<Path> files() throws IOException {
    try (var entries = Files.list(path())) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
