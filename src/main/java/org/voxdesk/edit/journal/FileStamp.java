package org.voxdesk.edit.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/// A file as it was on the disk.
///
/// @param size in bytes; -1 where there was no file
/// @param time when it was last written
record FileStamp(Path path, long size, Instant time) {
  /// The file as it is now.
  static FileStamp of(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new FileStamp(path, attributes.size(), attributes.lastModifiedTime().toInstant());
    } catch (IOException gone) {
      return new FileStamp(path, -1, Instant.EPOCH);
    }
  }

  boolean exists() {
    return size >= 0;
  }
}
