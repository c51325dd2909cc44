package org.voxdesk.app.cubes;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.voxdesk.task.Task;

/// One export of the [ExportQueue]. Changes on the window's thread.
final class ExportJob {
  /// What is done needs its volume no more.
  private static final ExportWork NOTHING = progress -> ExportWork.Result.of("");

  private final String name;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.WAITING);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private ExportWork work;
  private String report = "";
  private Optional<Task<ExportWork.Result>> task = Optional.empty();

  /// Where it stands.
  enum State {
    WAITING,
    RUNNING,
    DONE,
    /// At least part of it could not be done.
    FAILED,
    CANCELLED;

    boolean isOver() {
      return this != WAITING && this != RUNNING;
    }
  }

  ExportJob(String name, ExportWork work) {
    this.name = name;
    this.work = work;
  }

  /// What it writes, in the window's language.
  String name() {
    return name;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// From 0 to 1; negative while that is unknown.
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// What was done, or what failed and why.
  String report() {
    return report;
  }

  ExportWork work() {
    return work;
  }

  void run(Task<ExportWork.Result> running) {
    task = Optional.of(running);
  }

  void start() {
    progress.set(-1);
    state.set(State.RUNNING);
  }

  void progress(double fraction) {
    progress.set(fraction);
  }

  /// Stops it as soon as it looks.
  void stop() {
    task.ifPresent(Task::cancel);
  }

  void end(State ended, String words) {
    report = words;
    task = Optional.empty();
    if (ended == State.DONE) {
      work = NOTHING;
    }
    state.set(ended);
  }

  /// To be done again, or the part of it that is left.
  void again(ExportWork left) {
    work = left;
  }

  void waiting() {
    report = "";
    state.set(State.WAITING);
  }
}
