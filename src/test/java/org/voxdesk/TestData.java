package org.voxdesk;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Where the shared test data is: `../shared` beside the project, or beside the folder that
/// `-Dvoxdesk.testdata` names. Tests that ask for it are skipped where it is absent.
public final class TestData {
  private static final Path DATA =
      Path.of(System.getProperty("voxdesk.testdata", "../shared/data"));

  private TestData() {}

  /// A file or folder of the test data.
  public static Path data(String relative) {
    return present(DATA.resolve(relative));
  }

  /// A file or folder of the expected results.
  public static Path golden(String relative) {
    return present(DATA.resolveSibling("golden").resolve(relative));
  }

  /// One of the tables of PS3.6.
  public static Path dictionary(String relative) {
    return present(DATA.resolveSibling("dictionary").resolve(relative));
  }

  private static Path present(Path path) {
    Assumptions.assumeTrue(
        Files.exists(path), () -> "the shared test data is not there: " + path.getFileName());
    return path;
  }
}
