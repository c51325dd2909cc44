package org.voxdesk.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Workers;

/// The threads of one command: as many as there are processors, gone when it ends.
final class Processors implements AutoCloseable {
  private final ExecutorService executor;
  private final Parallel parallel;

  Processors() {
    int helpers = Runtime.getRuntime().availableProcessors() - 1;
    executor =
        Executors.newFixedThreadPool(
            Math.max(1, helpers), Thread.ofPlatform().daemon().name("work-", 1).factory());
    parallel = helpers == 0 ? Parallel.SEQUENTIAL : new Workers(executor, helpers);
  }

  Parallel parallel() {
    return parallel;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
