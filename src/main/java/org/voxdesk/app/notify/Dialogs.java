package org.voxdesk.app.notify;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

/// The one door for questions to the user, so that tests can answer them. Every method blocks until
/// there is an answer and is called on the window's thread.
public interface Dialogs {
  /// Existing files; empty when the user changes their mind.
  List<Path> openFiles(String title);

  /// An existing folder; empty when the user changes their mind.
  Optional<Path> openFolder(String title);

  /// A file to write, which may exist (the user has agreed to replace it); empty when the user
  /// changes their mind.
  ///
  /// @param folder where the dialog begins; empty for the folder of the last dialog
  Optional<Path> saveFile(String title, Optional<Path> folder, String suggestedName);

  /// The same, beginning in the folder of the last dialog.
  default Optional<Path> saveFile(String title, String suggestedName) {
    return saveFile(title, Optional.empty(), suggestedName);
  }

  /// Whether the user agrees to `text` by pressing the button called `yes`; Enter cancels.
  default boolean confirm(String title, String text, String yes) {
    return choose(title, text, List.of(yes)).isPresent();
  }

  /// Which of `options`, buttons with these names, the user presses; empty when they change their
  /// mind, and for Enter.
  default OptionalInt choose(String title, String text, List<String> options) {
    return choose(new Question(title, text, options));
  }

  /// Which of its options the user presses; empty when they change their mind.
  OptionalInt choose(Question question);

  /// Shows a page to read or work in, with a close button. The page is built when it is shown, so
  /// that tests need not build it.
  void show(String title, Supplier<Node> page);

  /// Shows a page that gives an answer: `page` builds it around what is to be told the answer,
  /// which closes it. Empty when the user changes their mind.
  <T> Optional<T> ask(String title, Function<Consumer<Optional<T>>, Node> page);
}
