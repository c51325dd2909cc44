package org.voxdesk.app.notify;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;

/// A question that is answered by pressing a button.
///
/// @param options what the buttons are called, beside the one that cancels
/// @param usual the option that Enter takes; empty where Enter cancels, as it should before
///   something is replaced or discarded for good
/// @param tick a box that may be ticked before
public record Question(
    String title, String text, List<String> options, OptionalInt usual, Optional<Tick> tick) {
  /// A box in a question.
  ///
  /// @param on whether it is ticked
  public record Tick(String label, BooleanProperty on) {}

  public Question {
    options = List.copyOf(options);
  }

  /// A question that Enter cancels.
  public Question(String title, String text, List<String> options) {
    this(title, text, options, OptionalInt.empty(), Optional.empty());
  }

  /// The same question, where Enter takes this option.
  public Question usually(int option) {
    return new Question(title, text, options, OptionalInt.of(option), tick);
  }

  /// The same question with a box.
  public Question with(Tick box) {
    return new Question(title, text, options, usual, Optional.of(box));
  }
}
