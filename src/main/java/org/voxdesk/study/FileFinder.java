package org.voxdesk.study;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.voxdesk.io.Backup;
import org.voxdesk.io.Sidecar;
import org.voxdesk.io.Temporaries;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// Finds the regular files in files and folders, in the order of their names. In folders it passes
/// over what Voxdesk keeps beside files: sidecars, and backups and temporary files, which would be
/// the same image once more.
final class FileFinder {
  private FileFinder() {}

  /// Every file once, its identity to the path it was first found by, links followed; what cannot
  /// be entered is added to `leftOut`.
  static Map<Path, Path> find(List<Path> paths, List<LeftOut> leftOut, Progress progress) {
    Map<Path, Path> found = new LinkedHashMap<>();
    for (Path path : paths) {
      var here = new ArrayList<Path>();
      if (Files.isDirectory(path)) {
        walk(path, here, leftOut, progress);
        here.sort(null);
      } else {
        here.add(path);
      }
      here.forEach(file -> found.putIfAbsent(identity(file), file));
    }
    return found;
  }

  /// What two paths to one file have in common.
  static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      // Reading it will say what is wrong with it.
      return file.toAbsolutePath().normalize();
    }
  }

  private static void walk(
      Path folder, List<Path> found, List<LeftOut> leftOut, Progress progress) {
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.checkCancelled();
            if (!Temporaries.isOne(file) && !Backup.isOne(file) && !Sidecar.isOne(file)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            String key =
                e instanceof FileSystemLoopException ? "library.loop" : "library.cannot.enter";
            leftOut.add(new LeftOut(file, Sentence.of(key, file)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            if (e != null) {
              leftOut.add(new LeftOut(directory, Sentence.of("library.cannot.enter", directory)));
            }
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(
          folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
    } catch (IOException e) {
      leftOut.add(new LeftOut(folder, Sentence.of("library.cannot.enter", folder)));
    }
  }
}
