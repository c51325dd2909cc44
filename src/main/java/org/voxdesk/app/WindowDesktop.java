package org.voxdesk.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.voxdesk.cli.Desktop;

/// The window behind the command line.
final class WindowDesktop implements Desktop {
  private static final Path DEMO = Path.of("voxdesk-demo");

  private final Optional<String> missing;
  private final PrintStream out;
  private final PrintStream errors;
  private final Startup startup;
  private Optional<CompletableFuture<Void>> toolkit = Optional.empty();

  /// @param missing why no window can be shown on this machine; empty if one can
  /// @param out takes results
  /// @param errors takes what went wrong, a line each
  /// @param startup takes how long the window took
  WindowDesktop(Optional<String> missing, PrintStream out, PrintStream errors, Startup startup) {
    this.missing = missing;
    this.out = out;
    this.errors = errors;
    this.startup = startup;
  }

  /// Starts the toolkit while the command line is still being read, where the window is likely to
  /// be what is wanted.
  void prepare() {
    if (missing.isEmpty() && toolkit.isEmpty()) {
      WarmUp.ofWindow();
      toolkit = Optional.of(CompletableFuture.runAsync(() -> Platform.startup(() -> {})));
    }
  }

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
    prepare();
    toolkit.orElseThrow().join();
    Platform.runLater(() -> window.open(paths, sample));
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
