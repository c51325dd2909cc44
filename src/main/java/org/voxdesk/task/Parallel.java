package org.voxdesk.task;

import java.util.function.IntConsumer;

/// Runs independent pieces of work, numbered from 0, in any order and on threads of the caller's
/// choosing.
///
/// Core methods create no threads; where their work falls into independent pieces they take a
/// `Parallel`, and whoever owns an executor decides how many pieces run at once. An implementation
/// returns when all pieces have ended, makes their writes visible to the caller, and rethrows the
/// first exception of a piece unchanged, without starting further pieces.
@FunctionalInterface
public interface Parallel {
  /// One piece after another on the calling thread.
  Parallel SEQUENTIAL =
      (count, piece) -> {
        for (int i = 0; i < count; i++) {
          piece.accept(i);
        }
      };

  /// Calls `piece` once for every number from 0 to `count` - 1.
  void forEach(int count, IntConsumer piece);
}
