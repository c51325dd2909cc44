package org.voxdesk.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.voxdesk.app.notify.Dialogs;
import org.voxdesk.app.notify.Question;

/// Dialogs that give the answers a test has set, and note what was asked.
public final class AnsweringDialogs implements Dialogs {
  /// The titles and texts of what was asked, in order.
  public final List<String> asked = new ArrayList<>();

  /// What is done before a question is answered, such as ticking its box.
  public Consumer<Question> atQuestion = question -> {};

  /// The questions among them.
  public final List<Question> questions = new ArrayList<>();

  /// What [#openFiles] gives.
  public List<Path> files = List.of();

  /// What [#openFolder] gives.
  public Optional<Path> folder = Optional.empty();

  /// What [#saveFile] gives.
  public Optional<Path> target = Optional.empty();

  /// What the last [#saveFile] proposed.
  public Path suggested = Path.of("");

  /// What is done with the page of [#ask], such as pressing its button.
  public Consumer<Node> atPage = page -> {};

  /// Whether the last page of [#ask] has given an answer.
  public boolean answered;

  /// What [#choose] gives where there is one option, which is what [#confirm] asks.
  public boolean agrees = true;

  /// What [#choose] gives where there are several.
  public OptionalInt chosen = OptionalInt.of(1);

  /// The pages that were shown, not built yet.
  public final List<Supplier<Node>> pages = new ArrayList<>();

  @Override
  public List<Path> openFiles(String title) {
    asked.add(title);
    return files;
  }

  @Override
  public Optional<Path> openFolder(String title) {
    asked.add(title);
    return folder;
  }

  @Override
  public Optional<Path> saveFile(String title, Optional<Path> folder, String suggestedName) {
    asked.add(title);
    suggested = folder.map(f -> f.resolve(suggestedName)).orElse(Path.of(suggestedName));
    return target;
  }

  @Override
  public OptionalInt choose(Question question) {
    asked.add(question.text());
    questions.add(question);
    atQuestion.accept(question);
    if (question.options().size() > 1) {
      return chosen;
    }
    return agrees ? OptionalInt.of(0) : OptionalInt.empty();
  }

  @Override
  public void show(String title, Supplier<Node> page) {
    asked.add(title);
    pages.add(page);
  }

  @Override
  public <T> Optional<T> ask(String title, Function<Consumer<Optional<T>>, Node> page) {
    asked.add(title);
    AtomicReference<Optional<T>> answer = new AtomicReference<>(Optional.empty());
    answered = false;
    atPage.accept(
        page.apply(
            given -> {
              answered = true;
              answer.set(given);
            }));
    return answer.get();
  }
}
