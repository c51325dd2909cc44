package org.voxdesk.dataset;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/// Takes away what an interrupted run left unfinished of some cubes; those of other shares, which
/// may be at work, are left alone.
final class Leftovers {
  private Leftovers() {}

  static void remove(Path folder, Set<String> names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String first = folder.relativize(file).getName(0).toString();
            if (file.toString().endsWith(".part") && isOf(first, names)) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isOf(String file, Set<String> names) {
    String plain = file.startsWith(".") ? file.substring(1) : file;
    for (int end = plain.length(); end > 0; end--) {
      if (names.contains(plain.substring(0, end))) {
        return true;
      }
    }
    return false;
  }
}
