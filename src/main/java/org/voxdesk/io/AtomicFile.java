package org.voxdesk.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Files that are either as they were or wholly new, whatever happens on the way.
///
/// The content goes to a temporary file in the same folder, is forced to the disk, read again and
/// compared, and then renamed over the target.
public final class AtomicFile {
  private static final int BUFFER = 256 * 1024;
  private static final String PREFIX = ".voxdesk-";
  private static final String SUFFIX = ".tmp";

  private AtomicFile() {}

  /// What to do where the target exists already.
  public enum Existing {
    REPLACE,
    REFUSE
  }

  /// Puts down the content of a file.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException, ExplainedException;
  }

  /// Writes `content` to `target`; a folder that is missing is created.
  ///
  /// @throws ExplainedException with one sentence, if it could not be done; `target` is then as it
  ///   was
  public static void write(Path target, Existing existing, Content content)
      throws ExplainedException {
    Path absolute = resolved(target);
    Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    Optional<Path> temporary = Optional.empty();
    Optional<Set<PosixFilePermission>> permissions = Optional.empty();
    try {
      if (Files.isDirectory(absolute)) {
        throw new ExplainedException(Sentence.of("save.is.folder", target));
      }
      if (existing == Existing.REFUSE && Files.exists(absolute)) {
        throw new ExplainedException(Sentence.of("save.exists", target));
      }
      Files.createDirectories(folder);
      if (Files.exists(absolute) && !Files.isWritable(absolute)) {
        throw new ExplainedException(Sentence.of("save.not.allowed", target));
      }
      if (isPosix(folder) && Files.exists(absolute)) {
        permissions = Optional.of(Files.getPosixFilePermissions(absolute));
      }
      temporary = Optional.of(temporary(absolute, folder));
      long sum = writeForced(temporary.get(), content);
      if (sum != checksum(temporary.get())) {
        throw new ExplainedException(Sentence.of("save.differs", target));
      }
      if (permissions.isPresent()) {
        Files.setPosixFilePermissions(temporary.get(), permissions.get());
      }
      Files.move(
          temporary.get(),
          absolute,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      temporary = Optional.empty();
      forceFolder(folder);
    } catch (FileAlreadyExistsException e) {
      throw new ExplainedException(Sentence.of("save.no.folder", target, e.getFile()), e);
    } catch (AccessDeniedException e) {
      throw new ExplainedException(Sentence.of("save.not.allowed", target), e);
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("save.failed", target, reason(e)), e);
    } finally {
      if (temporary.isPresent()) {
        deleteQuietly(temporary.get());
      }
    }
  }

  /// Deletes what writes that were killed on the way left in the folders of `targets`: temporary
  /// files of more than a day. What cannot be deleted stays; it harms nobody.
  public static void removeAbandoned(Collection<Path> targets) {
    targets.stream()
        .flatMap(target -> Stream.ofNullable(target.toAbsolutePath().getParent()))
        .distinct()
        .filter(Files::isDirectory)
        .forEach(AtomicFile::removeAbandoned);
  }

  private static void removeAbandoned(Path folder) {
    FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    try (var files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).compareTo(yesterday) < 0) {
          deleteQuietly(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // Nothing depends on it, and the write that follows says what is wrong with the folder.
      return;
    }
  }

  /// The file itself where `target` is a link to one: the link is to stay.
  private static Path resolved(Path target) throws ExplainedException {
    try {
      return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("save.failed", target, reason(e)), e);
    }
  }

  private static long writeForced(Path file, Content content)
      throws IOException, ExplainedException {
    var sum = new CRC32C();
    try (var raw = new FileOutputStream(file.toFile());
        var out = new CheckedOutputStream(new BufferedOutputStream(raw, BUFFER), sum)) {
      content.writeTo(out);
      out.flush();
      raw.getChannel().force(true);
    }
    return sum.getValue();
  }

  private static long checksum(Path file) throws IOException {
    var sum = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), sum)) {
      byte[] buffer = new byte[BUFFER];
      int count = in.read(buffer);
      while (count >= 0) {
        count = in.read(buffer);
      }
    }
    return sum.getValue();
  }

  /// A temporary file that is private to the user while its target exists, whose permissions it
  /// gets in the end; one with the permissions of any new file where there is no target yet.
  private static Path temporary(Path target, Path folder) throws IOException {
    return Files.exists(target)
        ? Files.createTempFile(folder, PREFIX, SUFFIX)
        : Files.createFile(folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX));
  }

  /// The rename itself must reach the disk; systems that cannot open a folder do that by
  /// themselves.
  private static void forceFolder(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException f) {
      return f.getReason() == null ? f.getClass().getSimpleName() : f.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private static void deleteQuietly(Path temporary) {
    if (!temporary.toFile().delete() && Files.exists(temporary)) {
      temporary.toFile().deleteOnExit();
    }
  }
}
