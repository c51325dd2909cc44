package org.voxdesk.study;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// Finds the regular files in files and folders, in the order of their names.
final class FileFinder {
  private FileFinder() {}

  /// Every file once; what cannot be entered is added to `leftOut`.
  static List<Path> find(List<Path> paths, List<LeftOut> leftOut, Progress progress) {
    Set<Path> found = new LinkedHashSet<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        var inFolder = new ArrayList<Path>();
        walk(path, inFolder, leftOut, progress);
        inFolder.sort(null);
        found.addAll(inFolder);
      } else {
        found.add(path);
      }
    }
    return List.copyOf(found);
  }

  private static void walk(
      Path folder, List<Path> found, List<LeftOut> leftOut, Progress progress) {
    var visitor =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            progress.checkCancelled();
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            leftOut.add(new LeftOut(file, Sentence.of("library.cannot.enter", file)));
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
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      leftOut.add(new LeftOut(folder, Sentence.of("library.cannot.enter", folder)));
    }
  }
}
