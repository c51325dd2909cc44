package org.voxdesk.io;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A copy of a file beside it before it is replaced: `NAME.bak`, or `NAME.bak2` and so on where
/// there is one already. An older backup is never replaced.
public final class Backup {
  private static final Pattern NAME = Pattern.compile("(.+)\\.bak\\d*");

  private Backup() {}

  /// Whether `file` has the name of a backup of another file that is there.
  public static boolean isOne(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() && Files.isRegularFile(file.resolveSibling(name.group(1)));
  }

  /// Keeps what `file` holds now: by a link, so that the backup is there wholly or not at all; by a
  /// copy under a temporary name where the file system has no links.
  ///
  /// @return the backup
  static Path of(Path file) throws IOException {
    int number = 1;
    while (true) {
      Path backup = file.resolveSibling(file.getFileName() + ".bak" + (number > 1 ? number : ""));
      try {
        return make(file, backup);
      } catch (FileAlreadyExistsException taken) {
        number++;
      }
    }
  }

  private static Path make(Path file, Path backup) throws IOException {
    try {
      return Files.createLink(backup, file);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      if (Files.exists(backup)) {
        throw new FileAlreadyExistsException(backup.toString());
      }
      Path temporary = Temporaries.written(file.resolveSibling(""));
      try {
        Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES);
        return Files.move(temporary, backup);
      } finally {
        Files.deleteIfExists(temporary);
      }
    }
  }
}
