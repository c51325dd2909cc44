package org.voxdesk.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.voxdesk.io.ForcedFolders;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Files that appear in a directory all together or not at all.
///
/// Each is written beside its place under a temporary name; [#commit] forces them to the disk and
/// renames them. Closing without that removes what was written. [#stage] may be called from several
/// threads.
final class FileBatch implements AutoCloseable {
  private final Path directory;
  private final boolean overwrite;
  private final Map<Path, Path> staged = new LinkedHashMap<>();
  private boolean closed;

  private FileBatch(Path directory, boolean overwrite) {
    this.directory = directory;
    this.overwrite = overwrite;
  }

  /// Makes the directory if it is missing and refuses names already taken there. Names may have
  /// folders before them, with `/` between.
  ///
  /// @throws ExportException if the directory cannot be had, or a name is taken and `overwrite` is
  ///   false
  static FileBatch in(Path directory, Collection<String> names, boolean overwrite)
      throws ExportException {
    requireFolder(directory);
    for (String name : names) {
      if (!overwrite && Files.exists(directory.resolve(name))) {
        throw taken(directory.resolve(name));
      }
    }
    return new FileBatch(directory, overwrite);
  }

  /// Makes the directory if it is missing.
  ///
  /// @throws ExportException if it cannot be had or written in
  static void requireFolder(Path directory) throws ExportException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new ExportException(Sentence.of("export.not.a.folder", directory));
    }
    try {
      Files.createDirectories(directory);
    } catch (FileAlreadyExistsException e) {
      throw new ExportException(Sentence.of("export.not.a.folder", e.getFile()));
    } catch (IOException e) {
      throw ExportException.writing(directory, e);
    }
    if (!Files.isWritable(directory)) {
      throw new ExportException(Sentence.of("export.read.only", directory));
    }
  }

  private static ExportException taken(Path file) {
    return new ExportException(Sentence.of("save.exists", file));
  }

  /// Puts down the content of a file.
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  void stage(String name, byte[] content) throws IOException {
    stage(name, out -> out.write(content));
  }

  /// The same for what need not be in memory all at once.
  ///
  /// @return the SHA-256 of what was written
  String stage(String name, Content content) throws IOException {
    String mark = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    Path target = directory.resolve(name);
    Path temporary = target.resolveSibling("." + target.getFileName() + "." + mark + ".part");
    synchronized (staged) {
      staged.put(temporary, target);
    }
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    MessageDigest sum = Sha256.digest();
    try (var out =
        new DigestOutputStream(
            Files.newOutputStream(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            sum)) {
      content.writeTo(out);
    }
    // A thread that lost the race with a failure elsewhere cleans up after itself.
    if (isClosed()) {
      Files.deleteIfExists(temporary);
    }
    return HexFormat.of().formatHex(sum.digest());
  }

  private boolean isClosed() {
    synchronized (staged) {
      return closed;
    }
  }

  /// Puts all staged files in place. If one cannot be, those already placed are removed again,
  /// except where they replaced another file.
  List<Path> commit() throws ExportException {
    List<Path> placed = new ArrayList<>();
    List<Path> added = new ArrayList<>();
    var folders = new ForcedFolders();
    try {
      force(staged.keySet());
      for (Path temporary : List.copyOf(staged.keySet())) {
        Path target = staged.get(temporary);
        boolean replaces = Files.exists(target);
        if (replaces && !overwrite) {
          throw taken(target);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        staged.remove(temporary);
        placed.add(target);
        folders.add(Objects.requireNonNull(target.getParent()));
        if (!replaces) {
          added.add(target);
        }
      }
      folders.force();
      return placed;
    } catch (IOException e) {
      throw undo(added, ExportException.writing(directory, e));
    } catch (ExportException e) {
      throw undo(added, e);
    } catch (ExplainedException e) {
      throw undo(added, new ExportException(e.sentence()));
    }
  }

  // All of a batch one after the other: forcing each as it is written takes half as long again.
  private static void force(Collection<Path> files) throws IOException {
    for (Path file : files) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  private static ExportException undo(List<Path> added, ExportException reason) {
    for (Path file : added) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
    return reason;
  }

  @Override
  public void close() throws ExportException {
    List<Path> left;
    synchronized (staged) {
      closed = true;
      left = List.copyOf(staged.keySet());
    }
    IOException failure = null;
    for (Path temporary : left) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw ExportException.writing(directory, failure);
    }
  }
}
