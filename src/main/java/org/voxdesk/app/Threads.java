package org.voxdesk.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Workers;

/// The threads of the window: JavaFX's own, one for pictures, a few for long work.
///
/// @param work runs long tasks, several at a time
/// @param helpers lend a hand to a long task whose pieces are independent
/// @param render runs one picture at a time, so that the newest is never behind an older one's work
/// @param journal writes one thing after the other
record Threads(
    ExecutorService work, ExecutorService helpers, ExecutorService render, ExecutorService journal)
    implements AutoCloseable {
  /// Threads that do not keep the program alive.
  static Threads start() {
    return new Threads(
        untilClosed(4, "work-"),
        Executors.newFixedThreadPool(helping(), named("help-")),
        untilClosed(1, "render-"),
        Executors.newSingleThreadExecutor(named("journal-")));
  }

  /// Work shared between the calling thread and the helpers, one thread a processor in all.
  Parallel parallel() {
    return new Workers(helpers, helping());
  }

  private static int helping() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
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

  /// Drops what waits and leaves what runs to end by itself; what waits to be written down is.
  @Override
  public void close() {
    work.shutdownNow();
    helpers.shutdownNow();
    render.shutdownNow();
    journal.shutdown();
  }

  /// What the window still starts while it closes has nobody left to show it to, and is dropped.
  private static ExecutorService untilClosed(int threads, String prefix) {
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        named(prefix),
        new ThreadPoolExecutor.DiscardPolicy());
  }

  private static ThreadFactory named(String prefix) {
    return Thread.ofPlatform().daemon().name(prefix, 1).factory();
  }
}
