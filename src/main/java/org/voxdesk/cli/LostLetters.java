package org.voxdesk.cli;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Letters of the command line that the system's encoding of text could not carry to the program:
/// they must not be taken for a value.
///
/// @param osName the system property `os.name`
/// @param encoding the name of the encoding of what is typed, the property `sun.jnu.encoding`
record LostLetters(String osName, String encoding) {
  /// What stands where a byte was no letter.
  private static final String REPLACEMENT = "\uFFFD";

  static LostLetters here() {
    return new LostLetters(
        System.getProperty("os.name"),
        System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));
  }

  /// The first of `arguments` that has lost letters. Windows puts question marks in their place,
  /// which the names of its files cannot have.
  Optional<String> in(String... arguments) {
    boolean isMark =
        osName.toLowerCase(Locale.ROOT).startsWith("windows")
            && !encoding.equalsIgnoreCase("UTF-8");
    return Arrays.stream(arguments)
        .filter(word -> word.contains(REPLACEMENT) || (isMark && word.contains("?")))
        .findFirst();
  }
}
