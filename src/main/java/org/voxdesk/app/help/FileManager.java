package org.voxdesk.app.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The system's window on folders.
final class FileManager {
  private FileManager() {}

  /// Opens `folder` in it, and does not wait.
  ///
  /// @throws IOException if this system has no such program
  static void open(Path folder) throws IOException {
    new ProcessBuilder(command(System.getProperty("os.name"), folder))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static List<String> command(String osName, Path folder) {
    String os = osName.toLowerCase(Locale.ROOT);
    String program =
        os.startsWith("windows") ? "explorer" : os.startsWith("mac") ? "open" : "xdg-open";
    return List.of(program, folder.toString());
  }
}
