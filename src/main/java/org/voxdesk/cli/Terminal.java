package org.voxdesk.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/// Text of files made safe for a terminal.
final class Terminal {
  private Terminal() {}

  /// A writer to `stream` that lets no control character of a file through but line ends and tabs.
  static PrintWriter safe(PrintStream stream) {
    Writer target = new OutputStreamWriter(stream, stream.charset());
    return new PrintWriter(
        new FilterWriter(target) {
          @Override
          public void write(int c) throws IOException {
            boolean control = Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
            super.write(control ? '·' : c);
          }

          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length; i++) {
              write(text[i]);
            }
          }

          @Override
          public void write(String text, int offset, int length) throws IOException {
            for (int i = offset; i < offset + length; i++) {
              write(text.charAt(i));
            }
          }
        },
        true);
  }

  /// The text in one line, control characters (line ends and escape sequences among them) as dots.
  static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '·' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
