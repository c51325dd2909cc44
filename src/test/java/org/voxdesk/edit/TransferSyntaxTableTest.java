package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransferSyntaxTableTest {
  /// Speeds are those of the machine that measured them last.
  @Test
  void theReadmeHasTheTableOfTheCode() throws IOException {
    List<String> readme = Files.readAllLines(Path.of("README.md"));
    List<String> table =
        TransferSyntaxTable.markdown(syntax -> Optional.empty()).stream()
            .map(TransferSyntaxTableTest::withoutSpeed)
            .toList();
    int start =
        readme.stream()
            .map(TransferSyntaxTableTest::withoutSpeed)
            .toList()
            .indexOf(table.getFirst());
    assertThat(start).as("the first line of the table").isNotNegative();
    assertThat(readme.subList(start, start + table.size()))
        .map(TransferSyntaxTableTest::withoutSpeed)
        .isEqualTo(table);
  }

  private static String withoutSpeed(String line) {
    return line.replaceAll("[^|]*\\|$", "");
  }
}
