package org.voxdesk.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// An export that was refused or failed.
public final class ExportException extends ExplainedException {
  private static final long serialVersionUID = 1L;

  public ExportException(Sentence reason) {
    super(reason);
  }

  private ExportException(Sentence reason, IOException cause) {
    super(reason, cause);
  }

  static ExportException writing(Path directory, IOException cause) {
    Object reason =
        switch (cause) {
          case AccessDeniedException e -> Sentence.of("reason.permission.denied");
          case NoSuchFileException e -> Sentence.of("reason.no.folder");
          default -> reason(cause);
        };
    return new ExportException(Sentence.of("export.failed", directory, reason), cause);
  }

  static ExportException reading(Path file, IOException cause) {
    return new ExportException(Sentence.of("export.unreadable", file), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException about) {
      return about.getReason() == null ? about.getClass().getSimpleName() : about.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
