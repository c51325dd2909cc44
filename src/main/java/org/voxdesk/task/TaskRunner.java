package org.voxdesk.task;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Runs named work on an executor that its owner hands in, and tells listeners about it.
///
/// Work in the same slot replaces its predecessor, which is cancelled. With `Runnable::run` as the
/// executor everything happens inside [#start], so logic on top of it is tested without waiting.
public final class TaskRunner {
  private final Executor executor;
  private final List<TaskListener> listeners = new CopyOnWriteArrayList<>();
  private final Object lock = new Object();
  private final Set<Task<?>> active = new LinkedHashSet<>();
  private final Map<Object, Task<?>> slots = new HashMap<>();

  /// A runner on `executor`, which decides how much runs at the same time.
  public TaskRunner(Executor executor) {
    this.executor = executor;
  }

  /// Tells `listener` about every task from now on.
  public void addListener(TaskListener listener) {
    listeners.add(listener);
  }

  /// The tasks that have been started and have not ended, oldest first.
  public List<Task<?>> active() {
    synchronized (lock) {
      return new ArrayList<>(active);
    }
  }

  /// Starts `work` under the name that the screen shows.
  public <T> Task<T> start(String name, Work<T> work) {
    return launch(Optional.empty(), name, work);
  }

  /// Starts `work` in `slot` and cancels what was still running there.
  public <T> Task<T> startLatest(Object slot, String name, Work<T> work) {
    return launch(Optional.of(slot), name, work);
  }

  /// Cancels everything that is running or waiting.
  public void cancelAll() {
    active().forEach(Task::cancel);
  }

  private <T> Task<T> launch(Optional<Object> slot, String name, Work<T> work) {
    Task<T> task = new Task<>(name, this::progressed);
    synchronized (lock) {
      active.add(task);
      slot.map(key -> Optional.ofNullable(slots.put(key, task)))
          .flatMap(previous -> previous)
          .ifPresent(Task::cancel);
    }
    listeners.forEach(listener -> listener.started(task));
    try {
      executor.execute(() -> finish(slot, task, outcome(task, work)));
    } catch (RejectedExecutionException closing) {
      // The executor is shutting down: nobody is left to want the result.
      task.cancel();
      finish(slot, task, new Outcome.Cancelled<>());
    }
    return task;
  }

  private void progressed(Task<?> task) {
    listeners.forEach(listener -> listener.progressed(task));
  }

  private <T> void finish(Optional<Object> slot, Task<T> task, Outcome<T> outcome) {
    synchronized (lock) {
      active.remove(task);
      slot.ifPresent(key -> slots.remove(key, task));
    }
    listeners.forEach(listener -> listener.ended(task));
    task.end(outcome);
  }

  @SuppressWarnings("CatchingUnchecked") // Failures of any kind must reach whoever shows them.
  private static <T> Outcome<T> outcome(Task<T> task, Work<T> work) {
    if (task.isCancelled()) {
      return new Outcome.Cancelled<>();
    }
    try {
      T value = work.run(task);
      return task.isCancelled() ? new Outcome.Cancelled<>() : new Outcome.Success<>(value);
    } catch (Throwable thrown) {
      return task.isCancelled() ? new Outcome.Cancelled<>() : new Outcome.Failure<>(thrown);
    }
  }
}
