package org.voxdesk.app.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.voxdesk.task.Task;
import org.voxdesk.task.TaskListener;
import org.voxdesk.task.TaskRunner;

/// The tasks of a [TaskRunner] as observable rows.
///
/// However often tasks report, the rows are brought up to date at most once per turn of the `later`
/// executor, so that a task which reports a million times does not flood the window's thread. A
/// task that ends before its turn is never shown, which keeps short work from flickering.
public final class TasksViewModel implements TaskListener {
  private final TaskRunner runner;
  private final Executor later;
  private final AtomicBoolean due = new AtomicBoolean();
  private final ObservableList<TaskRow> rows = FXCollections.observableArrayList();
  // Kept, because the view of a list hears of its changes only while somebody holds it.
  private final ObservableList<TaskRow> rowsView = FXCollections.unmodifiableObservableList(rows);

  /// Rows for what `runner` does from now on.
  ///
  /// @param later runs what it is given on the window's thread about a twentieth of a second later
  public TasksViewModel(TaskRunner runner, Executor later) {
    this.runner = runner;
    this.later = later;
    runner.addListener(this);
  }

  /// The running tasks, oldest first; read only.
  public ObservableList<TaskRow> rows() {
    return rowsView;
  }

  @Override
  public void started(Task<?> task) {
    refreshSoon();
  }

  @Override
  public void progressed(Task<?> task) {
    refreshSoon();
  }

  @Override
  public void ended(Task<?> task) {
    refreshSoon();
  }

  private void refreshSoon() {
    if (due.compareAndSet(false, true)) {
      later.execute(this::refresh);
    }
  }

  private void refresh() {
    due.set(false);
    List<Task<?>> active = runner.active();
    rows.removeIf(row -> !active.contains(row.task()));
    List<Task<?>> known = new ArrayList<>();
    for (TaskRow row : rows) {
      row.refresh();
      known.add(row.task());
    }
    active.stream().filter(task -> !known.contains(task)).map(TaskRow::new).forEach(rows::add);
  }
}
