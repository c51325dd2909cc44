package org.voxdesk.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/// Starts the program. Not a subclass of JavaFX's `Application`, so that the same class serves the
/// command line where no window can be shown.
public final class Launcher {
  private Launcher() {}

  /// Runs the program and ends the virtual machine with its exit code.
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.err));
  }

  private static int run(List<String> arguments, PrintStream errors) {
    CommandLine line;
    try {
      line = CommandLine.parse(arguments);
    } catch (IllegalArgumentException wrongUsage) {
      errors.println(wrongUsage.getMessage());
      return 2;
    }
    Optional<String> missing =
        Display.missing(System.getProperty("os.name"), Path.of("/"), System.getenv());
    if (missing.isPresent()) {
      errors.println(missing.get() + ".");
      return 1;
    }
    Window window = new Window(line.language());
    Platform.startup(() -> window.open(line.paths()));
    return window.awaitClosed(errors);
  }
}
