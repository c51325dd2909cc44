package org.voxdesk.cli;

/// Text of files made safe for a terminal.
final class Terminal {
  private Terminal() {}

  /// The text in one line, control characters (line ends and escape sequences among them) as dots.
  static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '·' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
