package org.voxdesk.app.cubes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.app.AnsweringDialogs;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.cubes.ExportJob.State;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Notification;
import org.voxdesk.app.notify.Notifications;
import org.voxdesk.app.prefs.Preferences;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.TaskRunner;

final class ExportQueueTest {
  @TempDir Path folder;

  private final AnsweringDialogs dialogs = new AnsweringDialogs();
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private Services services;
  private ExportQueue queue;

  @BeforeEach
  void queue() {
    Preferences preferences = Preferences.empty(folder.resolve("preferences.properties"));
    services =
        new Services(
            Runnable::run,
            new TaskRunner(background::add),
            Parallel.SEQUENTIAL,
            new Notifications(Runnable::run, action -> {}),
            dialogs,
            preferences,
            Messages.of(Locale.ENGLISH),
            new Commands(),
            new Shortcuts(preferences));
    queue = new ExportQueue(services);
  }

  private ExportWork writing(String name) {
    return progress -> {
      progress.report(1, 2);
      progress.checkCancelled();
      done.add(name);
      return ExportWork.Result.of(name + " is written");
    };
  }

  private void work() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private List<State> states() {
    return queue.jobs().stream().map(job -> job.stateProperty().get()).toList();
  }

  private List<String> told() {
    return services.notifications().shown().stream().map(Notification::text).toList();
  }

  @Test
  void oneRunsAfterTheOtherInTheOrderTheyWereAskedFor() {
    queue.add("a", writing("a"));
    queue.add("b", writing("b"));
    queue.add("c", writing("c"));
    assertThat(states()).containsExactly(State.RUNNING, State.WAITING, State.WAITING);
    assertThat(background).hasSize(1);
    background.remove().run();
    assertThat(states()).containsExactly(State.DONE, State.RUNNING, State.WAITING);
    work();
    assertThat(done).containsExactly("a", "b", "c");
    assertThat(queue.isBusy()).isFalse();
    assertThat(queue.jobs().getFirst().progressProperty().get()).isEqualTo(0.5);
    List.copyOf(queue.jobs()).forEach(queue::remove);
    assertThat(queue.jobs()).isEmpty();
  }

  @Test
  void whatRunsIsStoppedAndWhatWaitsLeavesTheQueue() {
    queue.add("a", writing("a"));
    queue.add("b", writing("b"));
    queue.cancel(queue.jobs().get(1));
    queue.cancel(queue.jobs().getFirst());
    work();
    assertThat(states()).containsExactly(State.CANCELLED, State.CANCELLED);
    assertThat(done).isEmpty();
    queue.retry(queue.jobs().getFirst());
    work();
    assertThat(states()).containsExactly(State.CANCELLED, State.DONE);
  }

  @Test
  void whatIsStoppedWhenAllHasBeenWrittenIsSaidToBeWritten() {
    queue.add(
        "a",
        progress -> {
          queue.cancel(queue.jobs().getFirst());
          return ExportWork.Result.of("a is written");
        });
    work();
    assertThat(states()).containsExactly(State.DONE);
    assertThat(told()).containsExactly("a is written");
  }

  @Test
  void aFailureIsSaidAndOnlyWhatFailedIsDoneAgain() {
    queue.add(
        "all",
        progress -> {
          done.add("first");
          return new ExportWork.Result(
              "1 is written", List.of("Nodule 2: no room."), Optional.of(writing("second")));
        });
    work();
    assertThat(states()).containsExactly(State.FAILED);
    assertThat(queue.jobs().getFirst().report()).contains("Nodule 2: no room.", "1 is written");
    assertThat(told()).anyMatch(text -> text.contains("Nodule 2: no room."));
    queue.retry(queue.jobs().getFirst());
    work();
    assertThat(done).containsExactly("first", "second");
    assertThat(states()).containsExactly(State.DONE);
  }

  @Test
  void anExceptionFailsTheJobAndNotTheQueue() {
    queue.add(
        "broken",
        progress -> {
          throw new IOException("cable");
        });
    queue.add("b", writing("b"));
    work();
    assertThat(states()).containsExactly(State.FAILED, State.DONE);
    assertThat(told()).anyMatch(text -> text.contains("broken") && text.contains("cable"));
  }

  @Test
  void leavingAsksWhileExportsRun() {
    List<String> left = new ArrayList<>();
    queue.leave(() -> left.add("idle"));
    assertThat(left).containsExactly("idle");
    queue.add("a", writing("a"));
    queue.add("b", writing("b"));
    dialogs.chosen = OptionalInt.empty();
    queue.leave(() -> left.add("stayed"));
    dialogs.chosen = OptionalInt.of(0);
    queue.leave(() -> left.add("finished"));
    assertThat(left).containsExactly("idle");
    work();
    assertThat(left).containsExactly("idle", "finished");
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void leavingStopsTheExportsWhereThatIsChosen() {
    List<String> left = new ArrayList<>();
    queue.add("a", writing("a"));
    queue.add("b", writing("b"));
    dialogs.chosen = OptionalInt.of(1);
    queue.leave(() -> left.add("stopped"));
    assertThat(left).isEmpty();
    work();
    assertThat(left).containsExactly("stopped");
    assertThat(done).isEmpty();
  }
}
