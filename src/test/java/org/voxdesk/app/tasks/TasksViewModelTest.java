package org.voxdesk.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.voxdesk.task.Task;
import org.voxdesk.task.TaskRunner;

final class TasksViewModelTest {
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final Deque<Runnable> turns = new ArrayDeque<>();
  private final TaskRunner runner = new TaskRunner(work::add);
  private final TasksViewModel model = new TasksViewModel(runner, turns::add);

  @Test
  void refreshesOncePerTurnHoweverOftenTasksReport() {
    Task<String> task = runner.start("Scan", progress -> "done");
    for (int i = 0; i < 1000; i++) {
      task.report(i, 1000);
    }
    assertThat(turns).hasSize(1);
    turns.remove().run();
    assertThat(model.rows()).singleElement().extracting(TaskRow::name).isEqualTo("Scan");
    assertThat(model.rows().getFirst().progressProperty().get()).isEqualTo(0.999);
  }

  @Test
  void takesEndedTasksAway() {
    runner.start("Scan", progress -> "done");
    turns.remove().run();
    work.remove().run();
    turns.remove().run();
    assertThat(model.rows()).isEmpty();
  }

  @Test
  void neverShowsATaskThatEndsBeforeItsTurn() {
    runner.start("Scan", progress -> "done");
    work.remove().run();
    turns.remove().run();
    assertThat(model.rows()).isEmpty();
    assertThat(turns).isEmpty();
  }

  @Test
  void cancelsTheTaskOfARow() {
    Task<String> task = runner.start("Scan", progress -> "done");
    turns.remove().run();
    model.rows().getFirst().cancel();
    assertThat(task.isCancelled()).isTrue();
  }
}
