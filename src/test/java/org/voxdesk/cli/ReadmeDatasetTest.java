package org.voxdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Peers;

/// The README's chapter on datasets, each of its commands run as it is written.
class ReadmeDatasetTest {
  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theChapterOnDatasetsWorksAsWritten() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("## From a CT folder");
    String chapter = readme.substring(from, readme.indexOf("\n## ", from));
    Matcher block = BLOCK.matcher(chapter);
    List<String> said = new ArrayList<>();
    String python = "";
    while (block.find()) {
      switch (block.group(1)) {
        case "csv" -> Files.writeString(folder.resolve("annotations.csv"), block.group(2));
        case "python" -> python = block.group(2);
        default -> {
          for (String line : block.group(2).lines().toList()) {
            said.add(voxdesk(line));
          }
        }
      }
    }

    assertThat(said).hasSize(5);
    assertThat(said.get(1)).contains("physical: ").contains("classic: ");
    assertThat(said.get(2)).startsWith("3 cubes written, 0 kept");
    assertThat(said.get(3)).startsWith("0 cubes written, 3 kept");
    assertThat(said.get(4)).startsWith("3 cubes written");
    assertThat(Files.readAllLines(folder.resolve("finer/manifest.csv"))).hasSize(4);
    String here = "import os, sys\nos.chdir(sys.argv[1])\n";
    assertThat(Peers.python("numpy", here + python, folder)).startsWith("(3, 64, 64, 64) int16");
  }

  private String voxdesk(String line) throws Exception {
    List<String> words = List.of(line.split(" ", -1));
    assertThat(words.getFirst()).isEqualTo("voxdesk");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                Started.class.getName()));
    command.addAll(words.subList(1, words.size()));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(line + "\n" + said).isZero();
    return said;
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  /// The program in a folder of its own.
  static final class Started {
    private Started() {}

    public static void main(String[] arguments) {
      System.exit(Main.run(arguments, CommandLineCase.noDesktop()));
    }
  }
}
