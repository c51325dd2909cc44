package org.voxdesk.dicom;

import java.io.IOException;
import java.io.InputStream;

/// A big value that is somewhere else than in memory, and is fetched each time it is asked for.
/// Implementations are immutable: every call gives the same bytes or fails.
public interface BulkData {
  /// Stands for the bytes: two values whose contents are equal have the same bytes. Of two whose
  /// contents are not, nothing is known.
  default Object content() {
    return this;
  }

  /// Number of bytes.
  long length();

  /// The bytes from the first to the last.
  ///
  /// @throws IOException if they cannot be had any more, for instance because the file has changed
  default InputStream open() throws IOException {
    return new BulkStream(this);
  }

  /// Copies `length` bytes, from `offset` within the value, to `target` at `targetOffset`.
  ///
  /// @throws IOException if they cannot be had any more
  void read(long offset, byte[] target, int targetOffset, int length) throws IOException;

  /// All bytes, in an array of the caller's own.
  ///
  /// @throws IOException if they cannot be had any more
  default byte[] bytes() throws IOException {
    byte[] all = new byte[Math.toIntExact(length())];
    read(0, all, 0, all.length);
    return all;
  }
}
