package org.voxdesk.task;

/// Learns what a [TaskRunner] is doing. Called on the thread that does the work, so it must be
/// quick.
public interface TaskListener {
  /// `task` has been handed to the executor.
  void started(Task<?> task);

  /// `task` has reported progress.
  void progressed(Task<?> task);

  /// `task` is over, whatever its outcome.
  void ended(Task<?> task);
}
