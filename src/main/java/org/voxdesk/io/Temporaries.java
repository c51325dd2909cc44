package org.voxdesk.io;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files beside those that are saved: what is being written, and what is kept of replaced files
/// so that saving can be undone. All are called `.voxdesk-….tmp`.
public final class Temporaries {
  static final String PREFIX = ".voxdesk-";
  static final String SUFFIX = ".tmp";

  /// Process and time of making of what is kept: its own time is that of the file it was.
  private static final Pattern KEPT =
      Pattern.compile("\\.voxdesk-kept-(\\d{1,18})-(\\d{1,18})-.*\\.tmp");

  private static final Duration LONG = Duration.ofDays(1);

  private Temporaries() {}

  /// Whether a file has the name of a temporary one.
  public static boolean isOne(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  }

  /// Whether a file has the name of what is kept of another.
  static boolean isKept(Path file) {
    return KEPT.matcher(String.valueOf(file.getFileName())).matches();
  }

  /// A new name for something that is written in `folder`.
  static Path written(Path folder) {
    return folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
  }

  /// A new name, in the same folder, for what `file` holds.
  static Path kept(Path file) {
    return file.resolveSibling(
        PREFIX
            + "kept-"
            + ProcessHandle.current().pid()
            + "-"
            + System.currentTimeMillis()
            + "-"
            + UUID.randomUUID()
            + SUFFIX);
  }

  /// Deletes what programs that were killed left in the folders of `targets`: temporary files of
  /// more than a day, but nothing that a program which still runs keeps. What cannot be deleted
  /// stays; it harms nobody.
  public static void removeAbandoned(Collection<Path> targets) {
    targets.stream()
        .flatMap(target -> Stream.ofNullable(target.toAbsolutePath().getParent()))
        .distinct()
        .filter(Files::isDirectory)
        .forEach(Temporaries::removeAbandonedIn);
  }

  private static void removeAbandonedIn(Path folder) {
    Instant yesterday = Instant.now().minus(LONG);
    try (var files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (isAbandoned(file, yesterday)) {
          deleteQuietly(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Nothing depends on it, and the write that follows says what is wrong with the folder.
      return;
    }
  }

  private static boolean isAbandoned(Path file, Instant yesterday) throws IOException {
    Matcher kept = KEPT.matcher(String.valueOf(file.getFileName()));
    if (!kept.matches()) {
      return Files.getLastModifiedTime(file).toInstant().isBefore(yesterday);
    }
    Instant made = Instant.ofEpochMilli(Long.parseLong(kept.group(2)));
    Optional<ProcessHandle> keeper = ProcessHandle.of(Long.parseLong(kept.group(1)));
    return made.isBefore(yesterday) && keeper.filter(ProcessHandle::isAlive).isEmpty();
  }

  /// Deletes a file now, or else when the program ends.
  static void deleteQuietly(Path file) {
    if (!file.toFile().delete() && Files.exists(file)) {
      file.toFile().deleteOnExit();
    }
  }
}
