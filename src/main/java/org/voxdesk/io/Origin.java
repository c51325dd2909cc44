package org.voxdesk.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The content of a file as it was when it was read, wherever that is now. All big values of one
/// reading share it, so that they are found again after the file has been put aside.
///
/// Immutable to whoever reads: the bytes are always those of the reading, or there is an error.
/// Only the place changes, and only to where the same bytes are. For any thread.
public final class Origin {
  private final Path path;
  private final long size;
  private final Object mark = new Object();
  private final Map<Long, Object> known = new ConcurrentHashMap<>();
  private volatile Place place;
  private volatile boolean needed;

  /// The value at a place of one reading; it does not lead to the file.
  private record Content(Object mark, long start) {}

  /// @param modified the time of the file there while it holds the content
  private record Place(Path path, FileTime modified) {}

  Origin(Path path, long size, FileTime modified) {
    this.path = path;
    this.size = size;
    this.place = new Place(path, modified);
  }

  /// The path that the file was read from.
  public Path path() {
    return path;
  }

  /// What stands for the value that starts there, as [org.voxdesk.dicom.BulkData#content()] does.
  Object content(long start) {
    return known.getOrDefault(start, new Content(mark, start));
  }

  /// Notes that the value that starts there is known under another content.
  void learn(long start, Object content) {
    known.put(start, content);
  }

  /// Notes that something has been left in the file.
  void need() {
    needed = true;
  }

  /// The content, open for reading.
  ///
  /// @throws IOException if the file is gone or has been changed since it was read
  FileChannel open() throws IOException {
    Place tried = place;
    while (true) {
      try {
        return open(tried);
      } catch (IOException e) {
        Place now = place;
        if (now.equals(tried)) {
          throw e;
        }
        // It was put aside just then.
        tried = now;
      }
    }
  }

  private FileChannel open(Place at) throws IOException {
    FileChannel channel = FileChannel.open(at.path(), StandardOpenOption.READ);
    try {
      if (channel.size() != size || !Files.getLastModifiedTime(at.path()).equals(at.modified())) {
        throw new IOException(path + " has been changed by someone else since it was opened");
      }
      return channel;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /// Where it has been put aside.
  Optional<Path> aside() {
    return Optional.of(place.path()).filter(at -> !at.equals(path));
  }

  /// Gives the content a second name in the same folder, so that it stays when the file is
  /// replaced: a link, or a copy where the file system has no links.
  ///
  /// @return the new name; empty where nothing was left in the file, it has been put aside before,
  ///   or the content is lost already
  /// @throws IOException if there can be no second name
  synchronized Optional<Path> putAside() throws IOException {
    if (!needed || !place.path().equals(path) || !isThere(path, place.modified())) {
      return Optional.empty();
    }
    Path real = path.toRealPath();
    Path aside = Temporaries.kept(real);
    FileTime modified = place.modified();
    try {
      Files.createLink(aside, real);
    } catch (UnsupportedOperationException | FileSystemException noLinks) {
      Files.copy(real, aside, StandardCopyOption.COPY_ATTRIBUTES);
      modified = Files.getLastModifiedTime(aside);
      if (!isThere(path, place.modified())) {
        Files.delete(aside);
        return Optional.empty();
      }
    }
    if (!isThere(aside, modified)) {
      Files.delete(aside);
      return Optional.empty();
    }
    place = new Place(aside, modified);
    return Optional.of(aside);
  }

  private boolean isThere(Path at, FileTime modified) throws IOException {
    return Files.exists(at)
        && Files.size(at) == size
        && Files.getLastModifiedTime(at).equals(modified);
  }
}
