package org.voxdesk.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.voxdesk.cli.Desktop;
import org.voxdesk.text.Language;
import org.voxdesk.text.Sentence;

/// The window behind the command line.
final class WindowDesktop implements Desktop {
  private static final Path DEMO = Path.of("voxdesk-demo");

  private final Optional<Sentence> missing;
  private final PrintStream out;
  private final PrintStream errors;
  private final Startup startup;
  private Optional<CompletableFuture<Void>> toolkit = Optional.empty();

  /// @param missing why no window can be shown on this machine; empty if one can
  /// @param out takes results
  /// @param errors takes what went wrong, a line each
  /// @param startup takes how long the window took
  WindowDesktop(Optional<Sentence> missing, PrintStream out, PrintStream errors, Startup startup) {
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
  public int open(List<Path> paths, boolean sample, Optional<Language> language) {
    Language spoken = language.orElseGet(Language::ofSystem);
    if (missing.isPresent() && !paths.isEmpty()) {
      errors.println(Sentence.of("display.no.window", missing.get()).in(spoken.locale()));
      return 1;
    }
    if (missing.isPresent()) {
      out.println(
          Sentence.of("display.demo", missing.get(), DEMO.toAbsolutePath()).in(spoken.locale()));
      return demo(DEMO, spoken);
    }
    Optional<String> wanted =
        language
            .map(chosen -> chosen.locale().toLanguageTag())
            .or(() -> Optional.ofNullable(System.getProperty("voxdesk.lang")));
    Window window = new Window(wanted, SettingsPlaces.ofThisUser(), startup);
    prepare();
    toolkit.orElseThrow().join();
    Platform.runLater(() -> window.open(paths, sample));
    EndSignals.answer(window::leave);
    return window.awaitClosed(errors, spoken);
  }

  @Override
  public int demo(Path target, Language language) {
    // JavaFX's own headless platform, with no need of X11, GTK or a graphics card.
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    return new Demo(target, language, out, errors, startup).run();
  }
}
