package org.voxdesk.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The threads of the window: JavaFX's own, one for pictures, a few for long work.
///
/// @param work runs long tasks, several at a time
/// @param render runs one picture at a time, so that the newest is never behind an older one's work
record Threads(ExecutorService work, ExecutorService render) implements AutoCloseable {
  /// Threads that do not keep the program alive.
  static Threads start() {
    int workers = Math.max(2, Runtime.getRuntime().availableProcessors() - 1);
    return new Threads(
        Executors.newFixedThreadPool(workers, named("work-")),
        Executors.newSingleThreadExecutor(named("render-")));
  }

  /// JavaFX's thread: at once when called on it, else soon.
  static Executor ui() {
    return action -> {
      if (Platform.isFxApplicationThread()) {
        action.run();
      } else {
        Platform.runLater(action);
      }
    };
  }

  /// JavaFX's thread after a delay.
  static Executor uiAfter(long milliseconds) {
    return CompletableFuture.delayedExecutor(
        milliseconds, TimeUnit.MILLISECONDS, Platform::runLater);
  }

  /// Drops what waits and leaves what runs to end by itself.
  @Override
  public void close() {
    work.shutdownNow();
    render.shutdownNow();
  }

  private static ThreadFactory named(String prefix) {
    return Thread.ofPlatform().daemon().name(prefix, 1).factory();
  }
}
