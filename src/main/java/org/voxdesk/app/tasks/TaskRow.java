package org.voxdesk.app.tasks;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.voxdesk.task.Task;

/// One task as the status bar shows it; changes on the window's thread.
public final class TaskRow {
  private final Task<?> task;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);

  TaskRow(Task<?> task) {
    this.task = task;
    refresh();
  }

  /// What the task is called.
  public String name() {
    return task.name();
  }

  /// From 0 to 1; negative while the total is unknown.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Asks the task to stop.
  public void cancel() {
    task.cancel();
  }

  Task<?> task() {
    return task;
  }

  void refresh() {
    progress.set(task.fraction());
  }
}
