package org.voxdesk.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/// The names of all [KeptFiles] of one running program, a line each, in a file of the user's own:
/// so that the next program can delete what one that was killed has left beside the images.
///
/// Where it cannot be written, what is left is deleted by its age only, as [Temporaries] says.
final class KeptRegister {
  private static final System.Logger LOG = System.getLogger(KeptRegister.class.getName());
  private static final String PREFIX = "kept-";
  private static final String SUFFIX = ".txt";

  private final Path folder;
  private Optional<LockedFile> file = Optional.empty();

  KeptRegister(Path folder) {
    this.folder = folder;
  }

  /// Writes down that `kept` is kept.
  synchronized void add(Path kept) {
    try {
      if (file.isEmpty()) {
        file = Optional.of(LockedFile.create(folder, PREFIX, SUFFIX));
      }
      file.get().add(kept.toAbsolutePath().toString());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Kept files could not be registered.", e);
    }
  }

  /// Forgets all: none is kept any more.
  synchronized void close() {
    file.ifPresent(
        open -> {
          Temporaries.deleteQuietly(open.path());
          try {
            open.close();
          } catch (IOException e) {
            LOG.log(Level.WARNING, "The register of kept files could not be closed.", e);
          }
        });
    file = Optional.empty();
  }

  /// Deletes what programs that no longer run have left, by their registers in `folder`. What lies
  /// where nobody gets to now, such as on a share that is not there, is deleted another time.
  ///
  /// @throws IOException if the folder or a register cannot be read
  void removeAbandoned() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path each : files) {
        // To open and close this program's own would give its lock away on some systems.
        if (!isOwn(each)) {
          removeListed(each);
        }
      }
    }
  }

  private synchronized boolean isOwn(Path register) {
    return file.filter(own -> own.path().equals(register)).isPresent();
  }

  private static void removeListed(Path register) throws IOException {
    try (FileChannel channel =
        FileChannel.open(register, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!LockedFile.isAbandoned(channel)) {
        return;
      }
      // Not closed apart from the channel: both go together.
      var lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
      List<Path> kept =
          lines.lines().flatMap(line -> path(line).stream()).filter(Temporaries::isKept).toList();
      kept.forEach(Temporaries::deleteQuietly);
      if (kept.stream().allMatch(KeptRegister::isGone)) {
        Temporaries.deleteQuietly(register);
      }
    }
  }

  /// Empty for what is none, as the end of a file can be after the power has failed.
  private static Optional<Path> path(String line) {
    try {
      return Optional.of(Path.of(line));
    } catch (InvalidPathException damaged) {
      return Optional.empty();
    }
  }

  private static boolean isGone(Path kept) {
    return Files.isDirectory(kept.resolveSibling("")) && Files.notExists(kept);
  }
}
