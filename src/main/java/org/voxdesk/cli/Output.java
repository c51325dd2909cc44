package org.voxdesk.cli;

import java.io.PrintWriter;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Language;
import org.voxdesk.text.Sentence;

/// What a command says: results to `out`, what went wrong and warnings to `errors`, to people in
/// their language.
record Output(PrintWriter out, PrintWriter errors, Language language) {
  /// The same in another language.
  Output in(Language other) {
    return new Output(out, errors, other);
  }

  /// A line that is the same in every language, as for another program.
  void print(String line) {
    out.println(line);
  }

  /// A line of the result.
  void say(Sentence result) {
    out.println(words(result));
  }

  /// A line of the result that is `depth` steps further in than what it belongs to.
  void say(int depth, Sentence result) {
    out.println("  ".repeat(depth) + words(result));
  }

  /// A warning, or why something was not done.
  void warn(Sentence what) {
    errors.println("voxdesk: " + words(what));
  }

  /// Warnings, a line each.
  void warn(Iterable<Sentence> all) {
    all.forEach(this::warn);
  }

  /// One line about what kept a command from its work.
  void warn(Exception failure) {
    warn(
        failure instanceof ExplainedException explained
            ? explained.sentence()
            : Sentence.of("cli.unexpected", failure));
  }

  /// A bar for long work, which the sentence `key` names.
  ConsoleProgress progress(String key) {
    return new ConsoleProgress(words(Sentence.of(key)));
  }

  /// A sentence in the reader's language.
  String words(Sentence sentence) {
    return sentence.in(language.locale());
  }
}
