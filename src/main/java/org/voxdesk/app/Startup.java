package org.voxdesk.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/// How long the program takes to be ready, told on a line where the system property
/// `voxdesk.startup` holds the time (milliseconds since 1970) at which somebody started it:
/// milliseconds from then to each step, and the processor time spent until the step, which other
/// programs do not disturb.
///
/// Nobody but who starts a process knows when: the system tells it only to a second or so. Of a
/// window and a picture the time is when they have been laid out and handed to the screen.
final class Startup {
  private static final String PROPERTY = "voxdesk.startup";

  /// What is waited for, in this order.
  enum Step {
    /// The program's first instruction.
    JAVA,
    /// JavaFX can build windows.
    TOOLKIT,
    /// The window has all its parts.
    BUILT,
    /// The window is there and can be used.
    WINDOW,
    /// The first picture of a slice is in it.
    PICTURE
  }

  /// When a step was reached.
  ///
  /// @param millis since 1970
  /// @param cpu processor time of the whole program so far; empty where it is not known
  record Moment(long millis, Optional<Duration> cpu) {
    private static Moment now() {
      return new Moment(
          System.currentTimeMillis(),
          isWanted() ? ProcessHandle.current().info().totalCpuDuration() : Optional.empty());
    }
  }

  private final Map<Step, Moment> reached = new EnumMap<>(Step.class);
  private final PrintStream out;

  /// Begins with the first step.
  Startup(PrintStream out) {
    this.out = out;
    reach(Step.JAVA);
  }

  static boolean isWanted() {
    return Long.getLong(PROPERTY) != null;
  }

  /// `step` has been reached now; only the first time counts.
  synchronized void reach(Step step) {
    reached.computeIfAbsent(step, first -> Moment.now());
  }

  /// Looks on while `scene` is shown, and tells the times when the first picture is, or the window
  /// where nothing is opened in it.
  ///
  /// @param opening whether there will be a picture
  void follow(Scene scene, ObservableValue<? extends Optional<?>> picture, boolean opening) {
    if (!isWanted()) {
      return;
    }
    scene.addPostLayoutPulseListener(
        () -> {
          if (scene.getWindow() != null && scene.getWindow().isShowing()) {
            // After this pulse has been handed to the screen.
            Platform.runLater(() -> shown(picture.getValue().isPresent(), opening));
          }
        });
  }

  private void shown(boolean picture, boolean opening) {
    boolean first = !reached.containsKey(Step.WINDOW);
    reach(Step.WINDOW);
    if (picture && !reached.containsKey(Step.PICTURE)) {
      reach(Step.PICTURE);
      out.println(line(Long.getLong(PROPERTY, 0)));
    } else if (first && !opening) {
      out.println(line(Long.getLong(PROPERTY, 0)));
    }
  }

  /// The times from `from` on, in milliseconds since 1970.
  synchronized String line(long from) {
    return reached.entrySet().stream()
        .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + text(e.getValue(), from))
        .collect(Collectors.joining(", ", "startup: ", ""));
  }

  private static String text(Moment moment, long from) {
    String cpu = moment.cpu().map(time -> " (cpu " + time.toMillis() + " ms)").orElse("");
    return moment.millis() - from + " ms" + cpu;
  }
}
