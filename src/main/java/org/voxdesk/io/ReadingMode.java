package org.voxdesk.io;

/// What the reader does about a file that is not as it should be.
public enum ReadingMode {
  /// Reads what can be read, and lists what is wrong as problems.
  LENIENT,
  /// Refuses the file at the first problem.
  STRICT
}
