package org.voxdesk.io;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
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

  private AtomicFile() {}

  /// What to do where the target exists already.
  public enum Existing {
    REPLACE,
    /// Replace it, and keep what was there beside it as a [Backup].
    BACK_UP,
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
    var folders = new ForcedFolders();
    write(target, existing, content, folders);
    folders.force();
  }

  /// The same, the file readable by its user alone where the system knows such permissions.
  ///
  /// @throws ExplainedException with one sentence, if it could not be done; `target` is then as it
  ///   was
  public static void writePrivate(Path target, Existing existing, Content content)
      throws ExplainedException {
    var folders = new ForcedFolders();
    write(target, existing, content, folders, true);
    folders.force();
  }

  /// The same for one of many files: that it is in its folder is forced to the disk when `folders`
  /// are.
  ///
  /// @throws ExplainedException with one sentence, if it could not be done; `target` is then as it
  ///   was
  public static void write(Path target, Existing existing, Content content, ForcedFolders folders)
      throws ExplainedException {
    write(target, existing, content, folders, false);
  }

  private static void write(
      Path target, Existing existing, Content content, ForcedFolders folders, boolean mine)
      throws ExplainedException {
    Path absolute = resolved(target);
    Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    Optional<Path> temporary = Optional.empty();
    try {
      boolean replaces = prepared(absolute, folder, target, existing);
      Optional<Set<PosixFilePermission>> permissions =
          replaces && !mine && isPosix(folder)
              ? Optional.of(Files.getPosixFilePermissions(absolute))
              : Optional.empty();
      temporary = Optional.of(temporary(replaces || mine, folder));
      long sum = writeForced(temporary.get(), content);
      if (sum != checksum(temporary.get())) {
        throw new ExplainedException(Sentence.of("save.differs", target));
      }
      if (permissions.isPresent()) {
        Files.setPosixFilePermissions(temporary.get(), permissions.get());
      }
      rename(temporary.get(), absolute, replaces && existing == Existing.BACK_UP);
      temporary = Optional.empty();
      folders.add(folder);
    } catch (FileAlreadyExistsException e) {
      throw new ExplainedException(Sentence.of("save.no.folder", target, e.getFile()), e);
    } catch (AccessDeniedException e) {
      throw new ExplainedException(Sentence.of("save.not.allowed", target), e);
    } catch (IOException e) {
      throw new ExplainedException(Sentence.of("save.failed", target, reason(e)), e);
    } finally {
      temporary.ifPresent(Temporaries::deleteQuietly);
    }
  }

  /// Makes the folder if it is missing, and refuses what must not be replaced.
  ///
  /// @return whether there is a file to replace
  private static boolean prepared(Path absolute, Path folder, Path target, Existing existing)
      throws IOException, ExplainedException {
    if (Files.isDirectory(absolute)) {
      throw new ExplainedException(Sentence.of("save.is.folder", target));
    }
    boolean there = Files.exists(absolute);
    if (existing == Existing.REFUSE && there) {
      throw new ExplainedException(Sentence.of("save.exists", target));
    }
    Files.createDirectories(folder);
    if (there && !Files.isWritable(absolute)) {
      boolean readOnly = Files.getFileStore(absolute).isReadOnly();
      String why = readOnly ? "save.read.only" : "save.not.allowed";
      throw new ExplainedException(Sentence.of(why, target));
    }
    return there;
  }

  private static void rename(Path temporary, Path target, boolean backUp) throws IOException {
    Optional<Path> backup = backUp ? Optional.of(Backup.of(target)) : Optional.empty();
    boolean done = false;
    try {
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      done = true;
    } finally {
      if (!done) {
        backup.ifPresent(Temporaries::deleteQuietly);
      }
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

  /// A temporary file that is private to the user, as one is that gets the permissions of what it
  /// replaces in the end; else one with the permissions of any new file.
  private static Path temporary(boolean mine, Path folder) throws IOException {
    return mine
        ? Files.createTempFile(folder, Temporaries.PREFIX, Temporaries.SUFFIX)
        : Files.createFile(Temporaries.written(folder));
  }

  static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  static String reason(IOException e) {
    if (e instanceof FileSystemException f) {
      return f.getReason() == null ? f.getClass().getSimpleName() : f.getReason();
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
