package org.voxdesk.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

final class LogFileTest {
  private static final Logger LOG = System.getLogger(LogFileTest.class.getName());

  @TempDir Path folder;

  @Test
  void whatIsLoggedIsInTheFileAndKnownTextsAndNumbersWithIt() throws IOException {
    try (LogFile _ = LogFile.start(folder.resolve("new/100 %"))) {
      LOG.log(Level.INFO, "{0} images by {1}", 140, new Known("JavaFX 26"));
    }
    assertThat(text(folder.resolve("new/100 %")))
        .contains("INFO app.log.LogFileTest: 140 images by JavaFX 26");
  }

  @Test
  void nothingOutOfDataIsInTheFile() throws IOException {
    try (LogFile _ = LogFile.start(folder)) {
      LOG.log(Level.ERROR, "{0} of {1}", Path.of("/scans/DOE^JANE.dcm"), "DOE^JANE");
      LOG.log(
          Level.WARNING,
          "Not read.",
          new IOException("/scans/DOE^JANE.dcm", new IllegalStateException("DOE^JANE")));
      LOG.log(
          Level.WARNING, "Not there.", new ExplainedException(Sentence.of("file.missing", "DOE")));
      System.getLogger("javafx.scene").log(Level.WARNING, "Bad value: DOE^JANE");
    }
    assertThat(text(folder))
        .contains("java.io.IOException", "caused by java.lang.IllegalStateException")
        .contains("at org.voxdesk.app.log.LogFileTest", "(file.missing)", "WARNING javafx.scene")
        .doesNotContain("DOE")
        .doesNotContain("scans");
  }

  @Test
  void theFilesDoNotGrowWithoutEndAndTheLastLinesAreTheNewest() throws IOException {
    try (LogFile _ = LogFile.start(folder)) {
      for (int i = 1; i <= 30_000; i++) {
        LOG.log(Level.INFO, "A line of the log that is as long as lines are, number {0}", i);
      }
      assertThat(LogFile.last(folder, 2)).hasSize(2).last().asString().endsWith("number 30000");
    }
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3).allMatch(file -> file.toFile().length() < 600_000);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoReasonToStop() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (LogFile _ = LogFile.start(file)) {
      LOG.log(Level.INFO, "Goes on.");
    }
    assertThat(LogFile.last(file, 10)).isEmpty();
  }

  @Test
  void whatTheProgramLogsIsWrittenInTheCodeAsItStands() throws IOException {
    Pattern call = Pattern.compile("\\.log\\(\\s*(?:System\\.Logger\\.)?Level\\.\\w+,\\s*");
    Pattern literal = Pattern.compile("\"[^\"]*\"\\s*[,)]");
    List<String> made = new ArrayList<>();
    int calls = 0;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        for (Matcher found = call.matcher(code); found.find(); calls++) {
          if (!literal.matcher(code).region(found.end(), code.length()).lookingAt()) {
            made.add(file + " " + found.group());
          }
        }
      }
    }
    assertThat(made).isEmpty();
    assertThat(calls).isGreaterThan(5);
  }

  private static String text(Path folder) throws IOException {
    List<String> lines = LogFile.last(folder, 10_000);
    return String.join("\n", lines);
  }
}
