package org.voxdesk.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.text.Sentence;

/// Reads DICOM files, with or without preamble and meta header. A file is DICOM by its content.
///
/// Values over 64 KiB stay in the file. What is wrong but readable is in [DicomFile#problems()].
public final class DicomReader {
  private DicomReader() {}

  /// The file at `path`, read leniently; its name is not looked at.
  ///
  /// @throws DicomException with one sentence that names the file, if it is no DICOM file or cannot
  ///   be read
  public static DicomFile read(Path path) throws DicomException {
    return read(path, ReadingMode.LENIENT);
  }

  /// The file at `path`; its name is not looked at.
  ///
  /// @throws DicomException with one sentence, if it is no DICOM file or cannot be read, or if it
  ///   is to be read strictly and has a problem
  public static DicomFile read(Path path, ReadingMode mode) throws DicomException {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new DicomException(Sentence.of("file.not.regular", path));
      }
      try (var source = new FileSource(path, attributes.lastModifiedTime())) {
        return read(source, Optional.of(path), mode, ReadingLimits.DEFAULT);
      }
    } catch (NoSuchFileException e) {
      throw unreadable("file.missing", path, e);
    } catch (AccessDeniedException e) {
      throw unreadable("file.not.allowed", path, e);
    } catch (IOException e) {
      throw unreadable("file.unreadable", path, e);
    }
  }

  private static DicomException unreadable(String key, Path path, IOException cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    var exception = new DicomException(Sentence.of(key, path, reason));
    exception.initCause(cause);
    return exception;
  }

  /// The file in these bytes, which are not copied, read leniently.
  ///
  /// @throws DicomException if they are no DICOM file
  public static DicomFile read(byte[] bytes) throws DicomException {
    return read(bytes, ReadingMode.LENIENT, ReadingLimits.DEFAULT);
  }

  /// The file in these bytes, which are not copied.
  ///
  /// @throws DicomException if they are no DICOM file, or are to be read strictly and have a
  ///   problem
  public static DicomFile read(byte[] bytes, ReadingMode mode) throws DicomException {
    return read(bytes, mode, ReadingLimits.DEFAULT);
  }

  static DicomFile read(byte[] bytes, ReadingMode mode, ReadingLimits limits)
      throws DicomException {
    try {
      return read(new MemorySource(bytes), Optional.empty(), mode, limits);
    } catch (IOException e) {
      throw new IllegalStateException("memory cannot fail to be read", e);
    }
  }

  /// One file must never take the others down with it, whatever is in it.
  static DicomFile read(
      ByteSource source, Optional<Path> path, ReadingMode mode, ReadingLimits limits)
      throws IOException, DicomException {
    try {
      return new FileParser(source, path, mode, limits).parse();
    } catch (StackOverflowError | OutOfMemoryError e) {
      var exception =
          new DicomException(Sentence.of("file.no.memory", path.<Object>map(p -> p).orElse("–")));
      exception.initCause(e);
      throw exception;
    }
  }
}
