package org.voxdesk.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A picture that slices were taken from, so that it can be found and checked again.
///
/// @param name of the file, without its folder
/// @param sha256 of its bytes, hexadecimal
public record PictureFile(String name, String sha256) {
  /// A picture as it is on the disk.
  ///
  /// @throws ExportException if it cannot be read
  public static PictureFile of(Path file) throws ExportException {
    try {
      return new PictureFile(
          String.valueOf(file.getFileName()), Sha256.hex(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw ExportException.reading(file, e);
    }
  }
}
