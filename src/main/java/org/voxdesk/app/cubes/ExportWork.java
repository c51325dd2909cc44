package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Optional;
import org.voxdesk.task.Progress;

/// Something that writes files, in the background. What it has not finished it leaves as it was.
@FunctionalInterface
interface ExportWork {
  /// Does it; blocks.
  ///
  /// @throws Exception why nothing could be done at all
  Result run(Progress progress) throws Exception;

  /// What came of it.
  ///
  /// @param done what was written, in a sentence; empty where nothing was
  /// @param failures what could not be written and why, a sentence each
  /// @param rest does again what failed
  record Result(String done, List<String> failures, Optional<ExportWork> rest) {
    public Result {
      failures = List.copyOf(failures);
    }

    /// All of it was written.
    static Result of(String done) {
      return new Result(done, List.of(), Optional.empty());
    }
  }
}
