package org.voxdesk.app.notify;

import java.util.List;
import java.util.OptionalInt;

/// A question that is answered by pressing a button.
///
/// @param options what the buttons are called, beside the one that cancels
/// @param usual the option that Enter takes; empty where Enter cancels, as it should before
///   something is replaced or discarded for good
public record Question(String title, String text, List<String> options, OptionalInt usual) {
  public Question {
    options = List.copyOf(options);
  }

  /// A question that Enter cancels.
  public Question(String title, String text, List<String> options) {
    this(title, text, options, OptionalInt.empty());
  }

  /// The same question, where Enter takes this option.
  public Question usually(int option) {
    return new Question(title, text, options, OptionalInt.of(option));
  }
}
