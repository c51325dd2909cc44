package org.voxdesk.app.editor;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DictionaryEntry;

/// A page with the editor of one value, to be applied (Ctrl+Enter) or left (Escape).
public final class ValueEditorPage extends VBox {
  private final ValueEditor editor;
  private final Consumer<Optional<NewValue>> done;

  /// A page for `element`.
  ///
  /// @param done told the new value, or nothing when the user changes their mind
  public ValueEditorPage(
      Services services, ElementToEdit element, Consumer<Optional<NewValue>> done) {
    this.editor = ValueEditor.of(services, element);
    this.done = done;
    getStyleClass().addAll("page", "value-editor");
    Label line = new Label(headline(services, element));
    line.getStyleClass().addAll("tag-note", "fixed-width");
    VBox.setVgrow(editor.node(), Priority.ALWAYS);
    Button apply = new Button(services.text("editor.apply"));
    apply.getStyleClass().add("accent");
    apply.setId("editor-apply");
    apply.disableProperty().bind(editor.valueProperty().map(Optional::isEmpty));
    apply.setOnAction(event -> apply());
    Button cancel = new Button(services.text("dialog.cancel"));
    cancel.setId("editor-cancel");
    cancel.setOnAction(event -> done.accept(Optional.empty()));
    HBox buttons = new HBox(apply, cancel);
    buttons.getStyleClass().add("value-buttons");
    getChildren().addAll(line, editor.node(), buttons);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventFilter(KeyEvent.KEY_PRESSED, this::applyKey);
    sceneProperty()
        .flatMap(scene -> scene.windowProperty())
        .flatMap(window -> window.showingProperty())
        .addListener(
            (property, was, is) -> {
              if (Boolean.TRUE.equals(is)) {
                editor.begin().run();
              }
            });
  }

  /// Asks for a new value of `element`, until the user changes their mind or `taken` says that it
  /// has taken the value.
  public static void ask(Services services, ElementToEdit element, Predicate<NewValue> taken) {
    services
        .dialogs()
        .<NewValue>ask(
            services.text("tags.value.of", element.name()),
            done ->
                new ValueEditorPage(
                    services,
                    element,
                    value -> {
                      if (value.isEmpty() || taken.test(value.get())) {
                        done.accept(value);
                      }
                    }));
  }

  /// What is in the page.
  public ValueEditor editor() {
    return editor;
  }

  private void apply() {
    Optional<NewValue> value = editor.valueProperty().get();
    if (value.isPresent()) {
      done.accept(value);
    }
  }

  /// Before a text area makes a new line of it.
  private void applyKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      event.consume();
      apply();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      done.accept(Optional.empty());
    }
  }

  private static String headline(Services services, ElementToEdit element) {
    String multiplicity =
        element
            .entry()
            .map(DictionaryEntry::vm)
            .map(vm -> "   " + services.text("tags.vm", vm))
            .orElse("");
    return element.tag() + "   " + element.vr() + multiplicity;
  }
}
