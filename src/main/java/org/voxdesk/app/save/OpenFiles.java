package org.voxdesk.app.save;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.study.Instance;

/// Tells whether a place to write to is a file that is open, however it is spelled.
final class OpenFiles {
  private final Map<Path, Path> byRealPath = new HashMap<>();

  OpenFiles(Collection<Instance> open) {
    open.forEach(instance -> byRealPath.put(real(instance.path()), instance.path()));
  }

  /// The path that the file at `target` was opened with; empty if it is not open.
  Optional<Path> at(Path target) {
    return Files.exists(target)
        ? Optional.ofNullable(byRealPath.get(real(target)))
        : Optional.empty();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException gone) {
      // A file that has been moved away since can only be met under the name it had.
      return path.toAbsolutePath().normalize();
    }
  }
}
