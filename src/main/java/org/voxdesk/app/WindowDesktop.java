package org.voxdesk.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.voxdesk.cli.Desktop;

/// The window behind the command line.
///
/// @param missing why no window can be shown on this machine; empty if one can
/// @param out takes results
/// @param errors takes what went wrong, a line each
/// @param startup takes how long the window took
record WindowDesktop(Optional<String> missing, PrintStream out, PrintStream errors, Startup startup)
    implements Desktop {
  private static final Path DEMO = Path.of("voxdesk-demo");

  @Override
  public int open(List<Path> paths, boolean sample, Optional<String> language) {
    if (missing.isPresent() && !paths.isEmpty()) {
      errors.println(missing.get() + ", so no window can be shown.");
      return 1;
    }
    if (missing.isPresent()) {
      out.println(
          missing.get()
              + ", so the demo runs instead; its results go to "
              + DEMO.toAbsolutePath()
              + ".");
      return demo(DEMO);
    }
    Optional<String> wanted =
        language.or(() -> Optional.ofNullable(System.getProperty("voxdesk.lang")));
    Window window = new Window(wanted, SettingsPlaces.ofThisUser(), startup);
    WarmUp.start();
    Platform.startup(() -> window.open(paths, sample));
    EndSignals.answer(window::leave);
    return window.awaitClosed(errors);
  }

  @Override
  public int demo(Path target) {
    // JavaFX's own headless platform, with no need of X11, GTK or a graphics card.
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    return new Demo(target, out, errors, startup).run();
  }
}
