package org.voxdesk.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A file of lines that only grows, readable by its user alone and locked as long as the program
/// that writes it runs: others tell by the lock that it does. Used by one thread at a time.
public final class LockedFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  /// Held as long as the channel is open.
  @SuppressWarnings("unused")
  private final FileLock lock;

  private LockedFile(Path path, FileChannel channel) throws IOException {
    this.path = path;
    this.channel = channel;
    this.lock = channel.lock();
  }

  /// A new file in `folder`, which is made where it is missing.
  ///
  /// @param prefix what its name begins with
  /// @param suffix what its name ends with
  /// @throws IOException if there can be none
  public static LockedFile create(Path folder, String prefix, String suffix) throws IOException {
    Files.createDirectories(folder);
    FileAttribute<?>[] mine =
        AtomicFile.isPosix(folder)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path path = folder.resolve(prefix + UUID.randomUUID() + suffix);
    FileChannel channel =
        FileChannel.open(
            path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine);
    try {
      return new LockedFile(path, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// Whether the program that wrote a file no longer runs; if so, the file is locked for as long as
  /// this channel to it is open.
  ///
  /// @throws IOException if that cannot be told
  public static boolean isAbandoned(FileChannel channel) throws IOException {
    try {
      Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
      return lock.isPresent();
    } catch (OverlappingFileLockException ours) {
      return false;
    }
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Adds a line.
  ///
  /// @throws IOException if it cannot be written
  public void add(String line) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /// Makes sure that what has been added is on the disk.
  ///
  /// @throws IOException if the disk does not confirm it
  public void force() throws IOException {
    channel.force(false);
  }

  /// Gives the lock away; the file stays.
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
