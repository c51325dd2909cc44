package org.voxdesk.task;

/// How a [Task] ended.
///
/// @param <T> what the work makes
public sealed interface Outcome<T> {
  /// The work finished and its result is still wanted.
  record Success<T>(T value) implements Outcome<T> {}

  /// The work threw `cause`.
  record Failure<T>(Throwable cause) implements Outcome<T> {}

  /// The work was cancelled or superseded; whatever it made has been dropped.
  record Cancelled<T>() implements Outcome<T> {}
}
