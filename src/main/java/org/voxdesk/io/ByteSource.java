package org.voxdesk.io;

import java.io.IOException;
import java.util.Optional;
import org.voxdesk.dicom.BulkData;

/// Bytes at known places: an open file, or memory.
interface ByteSource {
  long size();

  /// Copies `length` bytes from `position`, all of them within the size.
  ///
  /// @throws IOException if they cannot be read
  void read(long position, byte[] target, int offset, int length) throws IOException;

  /// The bytes there, to be fetched later.
  BulkData bulk(long position, long length);

  /// The file that what is fetched later comes from; empty for memory.
  default Optional<Origin> origin() {
    return Optional.empty();
  }
}
