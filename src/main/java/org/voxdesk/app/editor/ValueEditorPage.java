package org.voxdesk.app.editor;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DictionaryEntry;

/// A page with the editor of one value, to be applied (Enter, in text of several lines Ctrl+Enter)
/// or left (Escape).
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
    apply.setMinWidth(USE_PREF_SIZE);
    apply.disableProperty().bind(editor.valueProperty().map(Optional::isEmpty));
    apply.setOnAction(event -> apply());
    Button cancel = new Button(services.text("dialog.cancel"));
    cancel.setId("editor-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> done.accept(Optional.empty()));
    HBox buttons = new HBox(apply, cancel);
    buttons.setMinHeight(USE_PREF_SIZE);
    editor.problemProperty().addListener((property, was, is) -> Platform.runLater(this::grow));
    buttons.getStyleClass().add("value-buttons");
    getChildren().addAll(line, editor.node(), buttons);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyFirst);
    addEventHandler(ActionEvent.ACTION, this::entered);
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

  /// Makes the window as high as what is said in it needs.
  private void grow() {
    double lacking = minHeight(getWidth()) - getHeight();
    if (getScene() != null && lacking > 0 && getScene().getWindow() != null) {
      Window window = getScene().getWindow();
      window.setHeight(window.getHeight() + lacking);
    }
  }

  private void apply() {
    Optional<NewValue> value = editor.valueProperty().get();
    if (value.isPresent()) {
      done.accept(value);
    }
  }

  /// Before a text area makes a new line of it, and before a list takes Escape for itself.
  private void keyFirst(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      event.consume();
      apply();
    } else if (event.getTarget() instanceof ListView) {
      key(event);
    }
  }

  /// Enter in a field of one line, or in a list.
  private void entered(ActionEvent event) {
    if (event.getTarget() instanceof TextField || event.getTarget() instanceof ListView) {
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
