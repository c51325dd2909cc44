package org.voxdesk.task;

/// Something long that makes a `T`, reports how far it is and stops when asked.
@FunctionalInterface
public interface Work<T> {
  /// Does the work on the calling thread.
  ///
  /// @throws Exception whatever went wrong; it becomes an [Outcome.Failure]
  T run(Progress progress) throws Exception;
}
