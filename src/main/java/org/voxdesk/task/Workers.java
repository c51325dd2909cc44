package org.voxdesk.task;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/// Shares pieces of work between the caller's thread and threads of an executor.
///
/// The caller works too, so that progress is certain even when the executor is busy; a helper that
/// comes too late finds nothing left.
///
/// @param executor lends the helping threads
/// @param helpers how many threads to ask for beside the caller's
public record Workers(Executor executor, int helpers) implements Parallel {
  @Override
  public void forEach(int count, IntConsumer piece) {
    Share share = new Share(count, piece);
    for (int helper = 0; helper < Math.min(helpers, count - 1); helper++) {
      executor.execute(share::work);
    }
    share.work();
    share.await();
  }

  /// The pieces of one call.
  private static final class Share {
    private final int count;
    private final IntConsumer piece;
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch open;
    private final AtomicReference<Optional<Throwable>> failure =
        new AtomicReference<>(Optional.empty());

    Share(int count, IntConsumer piece) {
      this.count = count;
      this.piece = piece;
      this.open = new CountDownLatch(count);
    }

    @SuppressWarnings("CatchingUnchecked") // Whatever a piece throws belongs to the caller.
    void work() {
      for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
        try {
          if (failure.get().isEmpty()) {
            piece.accept(at);
          }
        } catch (RuntimeException | Error thrown) {
          failure.compareAndSet(Optional.empty(), Optional.of(thrown));
        } finally {
          open.countDown();
        }
      }
    }

    void await() {
      boolean interrupted = false;
      while (true) {
        try {
          open.await();
          break;
        } catch (InterruptedException e) {
          // The pieces end soon or are cancelled by their own means; leaving now would race with
          // them.
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      failure.get().ifPresent(Share::rethrow);
    }

    private static void rethrow(Throwable thrown) {
      switch (thrown) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        default -> throw new IllegalStateException(thrown);
      }
    }
  }
}
