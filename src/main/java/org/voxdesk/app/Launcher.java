package org.voxdesk.app;

import java.io.PrintStream;
import java.nio.file.Path;
import org.voxdesk.cli.Main;

/// Starts the program. Not a subclass of JavaFX's `Application`, so that the same class serves the
/// command line where no window can be shown.
public final class Launcher {
  private Launcher() {}

  /// Runs the command line, which opens the window where no other command is named, and ends the
  /// virtual machine with its exit code.
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    PrintStream errors = System.err;
    Startup startup = new Startup(errors);
    WindowDesktop desktop =
        new WindowDesktop(
            Display.missing(System.getProperty("os.name"), Path.of("/"), System.getenv()),
            out,
            errors,
            startup);
    if (Main.isWindowWanted(desktop, arguments)) {
      desktop.prepare();
    }
    System.exit(Main.run(arguments, desktop));
  }
}
