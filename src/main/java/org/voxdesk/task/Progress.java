package org.voxdesk.task;

import java.util.concurrent.CancellationException;

/// Where long work reports how far it is, and asks whether it is still wanted.
///
/// Core methods block, take a `Progress` and create no threads; whoever owns the thread decides
/// what to show. Implementations must allow calls from any thread.
public interface Progress {
  /// Ignores reports and is never cancelled.
  Progress NONE =
      new Progress() {
        @Override
        public void report(long done, long total) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /// Says that `done` of `total` units are finished; `total` is 0 while it is unknown.
  void report(long done, long total);

  /// True once the result is no longer wanted.
  boolean isCancelled();

  /// Leaves the work at the next convenient point.
  ///
  /// @throws CancellationException if the result is no longer wanted
  default void checkCancelled() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }
}
