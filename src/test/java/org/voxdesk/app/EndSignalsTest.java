package org.voxdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A program of its own, which the system asks to end.
@EnabledOnOs(OS.LINUX)
final class EndSignalsTest {
  @TempDir Path temporary;

  private Process start() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--module-path",
            System.getProperty("jdk.module.path"),
            "--add-modules=javafx.controls,javafx.swing,org.controlsfx.controls,atlantafx.base,"
                + "org.kordamp.ikonli.javafx,org.kordamp.ikonli.materialdesign2",
            "--enable-native-access=javafx.graphics",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Dvoxdesk.startup=0",
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            "--sample"));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("DISPLAY", ":headless");
    for (String folder : List.of("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")) {
      builder.environment().put(folder, temporary.resolve(folder).toString());
    }
    return builder.start();
  }

  @Test
  void theWindowClosesAndKeepsTheSettings() throws Exception {
    Process program = start();
    List<String> lines = new ArrayList<>();
    try (BufferedReader output = program.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        if (line.startsWith("startup: ")) {
          program.toHandle().destroy(); // Process.destroy would close its output, too.
        }
      }
    } finally {
      assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(lines).singleElement().asString().startsWith("startup: ");
    assertThat(program.exitValue()).isZero();
    assertThat(
            Files.readString(temporary.resolve("XDG_CONFIG_HOME/voxdesk/preferences.properties")))
        .contains("window");
  }
}
