package org.voxdesk.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a start without a verb asks for.
///
/// @param paths files and folders to open
/// @param sample whether to open the embedded sample study
/// @param language the language tag to use over the preference and the system's
record CommandLine(List<Path> paths, boolean sample, Optional<String> language) {
  /// Reads `--sample`, `--lang TAG` (or `--lang=TAG`) and paths.
  ///
  /// @throws IllegalArgumentException with a sentence for the user, for any other option
  static CommandLine parse(List<String> arguments) {
    List<Path> paths = new ArrayList<>();
    boolean sample = false;
    Optional<String> language = Optional.ofNullable(System.getProperty("voxdesk.lang"));
    for (int at = 0; at < arguments.size(); at++) {
      String argument = arguments.get(at);
      if (argument.equals("--sample")) {
        sample = true;
      } else if (argument.equals("--lang") && at + 1 < arguments.size()) {
        language = Optional.of(arguments.get(++at));
      } else if (argument.startsWith("--lang=")) {
        language = Optional.of(argument.substring("--lang=".length()));
      } else if (argument.startsWith("-")) {
        throw new IllegalArgumentException("Unknown option: " + argument);
      } else {
        paths.add(Path.of(argument));
      }
    }
    return new CommandLine(List.copyOf(paths), sample, language);
  }
}
