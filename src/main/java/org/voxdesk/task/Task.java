package org.voxdesk.task;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// A piece of named work under way in a [TaskRunner]: its progress, its outcome, and a way to stop
/// it.
///
/// Safe for use from any thread. Cancelling sets a flag that the work looks at; no thread is
/// interrupted, because an interrupt would close the file channels that the work reads from.
public final class Task<T> implements Progress {
  private final String name;
  private final Consumer<Task<T>> progressed;
  private final Object lock = new Object();
  private Optional<Consumer<Outcome<T>>> waiting = Optional.empty();
  private Optional<Outcome<T>> outcome = Optional.empty();
  private boolean asked;
  private volatile boolean cancelled;
  private volatile long done;
  private volatile long total;

  Task(String name, Consumer<Task<T>> progressed) {
    this.name = name;
    this.progressed = progressed;
  }

  /// What to call this work on the screen.
  public String name() {
    return name;
  }

  /// How much is finished, from 0 to 1; negative while the total is unknown.
  public double fraction() {
    long of = total;
    return of <= 0 ? -1 : Math.clamp((double) done / of, 0, 1);
  }

  /// Asks the work to stop; its outcome will be [Outcome.Cancelled] even if it finishes first.
  public void cancel() {
    cancelled = true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void report(long done, long total) {
    this.done = done;
    this.total = total;
    progressed.accept(this);
  }

  /// Hands the outcome to `action` on `executor`, now or when the work ends; once, for the task
  /// keeps nothing of it then, so that whoever still shows the task does not keep a volume in
  /// memory. A task that is cancelled between its end and the action is handed over as cancelled: a
  /// superseded result is never shown.
  ///
  /// @throws IllegalStateException if it is not the first time
  public void whenEnded(Executor executor, Consumer<Outcome<T>> action) {
    Consumer<Outcome<T>> deliver =
        ended ->
            executor.execute(() -> action.accept(cancelled ? new Outcome.Cancelled<>() : ended));
    Optional<Outcome<T>> already;
    synchronized (lock) {
      if (asked) {
        throw new IllegalStateException("the outcome is handed over once");
      }
      asked = true;
      already = outcome;
      outcome = Optional.empty();
      if (already.isEmpty()) {
        waiting = Optional.of(deliver);
      }
    }
    already.ifPresent(deliver);
  }

  void end(Outcome<T> ended) {
    Optional<Consumer<Outcome<T>>> action;
    synchronized (lock) {
      action = waiting;
      waiting = Optional.empty();
      if (!asked) {
        outcome = Optional.of(ended);
      }
    }
    action.ifPresent(taker -> taker.accept(ended));
  }
}
