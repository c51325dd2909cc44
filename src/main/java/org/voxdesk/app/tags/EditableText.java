package org.voxdesk.app.tags;

import java.util.Optional;

/// A value as a text field can hold it. Text controls know one kind of line break and drop control
/// characters, so what cannot come back as it went in is not edited there.
///
/// @param shown the value with plain line feeds
/// @param multiline whether it has several lines
/// @param lineBreak what the value separates its lines with
record EditableText(String shown, boolean multiline, String lineBreak) {
  /// The usual line break of DICOM text (PS3.5 6.1.3).
  private static final String CR_LF = "\r\n";

  /// The value for a text control; empty if it would be damaged there.
  static Optional<EditableText> of(String value) {
    boolean both = value.contains(CR_LF);
    String lines = value.replace(CR_LF, "\n");
    boolean mixed = both && value.replace(CR_LF, "").indexOf('\n') >= 0;
    boolean damaged = lines.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    if (mixed || damaged) {
      return Optional.empty();
    }
    boolean plainFeeds = !both && value.indexOf('\n') >= 0;
    return Optional.of(
        new EditableText(lines, lines.indexOf('\n') >= 0, plainFeeds ? "\n" : CR_LF));
  }

  /// The value that `typed` stands for.
  String value(String typed) {
    return typed.replace("\n", lineBreak);
  }
}
