package org.voxdesk.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

final class TaskRunnerTest {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final TaskRunner queued = new TaskRunner(queue::add);
  private final TaskRunner direct = new TaskRunner(Runnable::run);
  private final List<Outcome<String>> outcomes = new ArrayList<>();

  @Test
  void handsTheResultToWhoeverWaits() {
    direct.start("a", progress -> "made").whenEnded(Runnable::run, outcomes::add);
    assertThat(outcomes).containsExactly(new Outcome.Success<>("made"));
  }

  @Test
  void handsAnExceptionToWhoeverWaits() {
    IOException broken = new IOException("broken");
    direct
        .<String>start(
            "a",
            progress -> {
              throw broken;
            })
        .whenEnded(Runnable::run, outcomes::add);
    assertThat(outcomes).containsExactly(new Outcome.Failure<>(broken));
  }

  @Test
  void doesNotBeginWorkThatWasCancelledWhileItWaited() {
    Task<String> task =
        queued.start(
            "a",
            progress -> {
              throw new AssertionError("ran");
            });
    task.whenEnded(Runnable::run, outcomes::add);
    task.cancel();
    queue.remove().run();
    assertThat(outcomes).containsExactly(new Outcome.Cancelled<>());
  }

  @Test
  void cancelsWhatRunsInTheSameSlot() {
    Task<String> first = queued.startLatest("slot", "a", progress -> "old");
    first.whenEnded(Runnable::run, outcomes::add);
    Task<String> second = queued.startLatest("slot", "b", progress -> "new");
    second.whenEnded(Runnable::run, outcomes::add);
    assertThat(first.isCancelled()).isTrue();
    queue.remove().run();
    queue.remove().run();
    assertThat(outcomes).containsExactly(new Outcome.Cancelled<>(), new Outcome.Success<>("new"));
  }

  @Test
  void neverShowsAResultThatWasCancelledOnItsWayToTheScreen() {
    Deque<Runnable> screen = new ArrayDeque<>();
    Task<String> task = direct.start("a", progress -> "made");
    task.whenEnded(screen::add, outcomes::add);
    task.cancel();
    screen.remove().run();
    assertThat(outcomes).containsExactly(new Outcome.Cancelled<>());
  }

  @Test
  void listsWhatRunsUntilItEnds() {
    Task<String> task = queued.start("a", progress -> "made");
    assertThat(queued.active()).containsExactly(task);
    queue.remove().run();
    assertThat(queued.active()).isEmpty();
  }

  @Test
  void tellsTheShareThatIsDone() {
    Task<String> task = queued.start("a", progress -> "made");
    assertThat(task.fraction()).isNegative();
    task.report(1, 4);
    assertThat(task.fraction()).isEqualTo(0.25);
  }

  @Test
  void endsAsCancelledWhenTheExecutorIsClosing() {
    TaskRunner closing =
        new TaskRunner(
            action -> {
              throw new RejectedExecutionException();
            });
    closing.start("a", progress -> "made").whenEnded(Runnable::run, outcomes::add);
    assertThat(outcomes).containsExactly(new Outcome.Cancelled<>());
    assertThat(closing.active()).isEmpty();
  }

  @Test
  void aTaskKeepsNothingOfWhatItHasHandedOver() throws Exception {
    List<Task<?>> kept = new ArrayList<>();
    WeakReference<byte[]> made = handedOver(kept);
    for (int n = 0; made.get() != null && n < 50; n++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(made.get()).isNull();
    assertThatThrownBy(() -> kept.getFirst().whenEnded(Runnable::run, outcome -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  private WeakReference<byte[]> handedOver(List<Task<?>> kept) {
    List<WeakReference<byte[]>> made = new ArrayList<>();
    Task<byte[]> task = direct.start("a", progress -> new byte[1 << 20]);
    kept.add(task);
    task.whenEnded(
        Runnable::run,
        outcome -> {
          if (outcome instanceof Outcome.Success<byte[]> done) {
            made.add(new WeakReference<>(done.value()));
          }
        });
    return made.getFirst();
  }
}
