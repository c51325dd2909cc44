package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the command line asks of the window, which it does not know otherwise.
public interface Desktop {
  /// Opens the window and returns when it has been closed.
  ///
  /// @param paths files and folders to show
  /// @param sample true for the embedded sample study
  /// @param language a language tag to use in place of the preferred one
  /// @return the exit code
  int open(List<Path> paths, boolean sample, Optional<String> language);

  /// Does the main job on the embedded sample with no display: opens it, clicks a nodule, exports
  /// the cube and a picture of the window.
  ///
  /// @param out the folder for what it makes
  /// @return the exit code
  int demo(Path out);
}
