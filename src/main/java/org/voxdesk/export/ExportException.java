package org.voxdesk.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// An export that was refused or failed; the message is one sentence for the user.
public final class ExportException extends Exception {
  private static final long serialVersionUID = 1;

  public ExportException(String message) {
    super(message);
  }

  private ExportException(String message, IOException cause) {
    super(message, cause);
  }

  static ExportException writing(Path directory, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException ? "permission denied" : reason(cause);
    return new ExportException("Cannot write in " + directory + ": " + reason + ".", cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof FileSystemException about && about.getReason() != null) {
      return about.getReason();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
