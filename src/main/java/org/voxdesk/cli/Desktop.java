package org.voxdesk.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.voxdesk.text.Language;

/// What the command line asks of the window, which it does not know otherwise.
public interface Desktop {
  /// Opens the window and returns when it has been closed.
  ///
  /// @param paths files and folders to show
  /// @param sample true for the embedded sample study
  /// @param language what to use in place of the preferred language
  /// @return the exit code
  int open(List<Path> paths, boolean sample, Optional<Language> language);

  /// Does the main job on the embedded sample with no display: opens it, clicks a nodule, exports
  /// the cube and a picture of the window.
  ///
  /// @param out the folder for what it makes
  /// @param language that of the window and of what is said
  /// @return the exit code
  int demo(Path out, Language language);
}
