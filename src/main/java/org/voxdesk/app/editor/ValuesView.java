package org.voxdesk.app.editor;

import java.time.InstantSource;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Uids;

/// The values of an element as text: the list where there are several, and the selected one in a
/// field with what belongs to its VR below.
final class ValuesView extends VBox {
  private static final int LINES = 7;

  private final Services services;
  private final ValuesViewModel model;
  private final Kind kind;
  private final TextInputControl field;

  ValuesView(Services services, ValuesViewModel model) {
    this.services = services;
    this.model = model;
    this.kind = Kind.of(model.element().vr());
    getStyleClass().add("values");
    field = kind == Kind.LINES ? area() : new TextField();
    field.setAccessibleText(services.text("tags.value.of", model.element().name()));
    field.getStyleClass().add("value-field");
    field.setEditable(ShownText.canShow(model.element().text()));
    field.textProperty().bindBidirectional(model.selectedTextProperty());
    if (model.isMultiple()) {
      ValueList list = new ValueList(services, model, this::begin);
      getChildren().add(list);
      addEventFilter(KeyEvent.KEY_PRESSED, this::listKey);
    }
    getChildren().add(line());
    parts().forEach(getChildren()::add);
    getChildren().addAll(note(), message("tag-problem", model.problemProperty()), override());
  }

  /// Puts the keyboard into the field.
  void begin() {
    field.requestFocus();
    field.selectAll();
  }

  private static TextArea area() {
    TextArea area = new TextArea();
    area.setPrefRowCount(LINES);
    area.setWrapText(true);
    area.addEventFilter(KeyEvent.KEY_PRESSED, event -> leave(area, event));
    return area;
  }

  /// Tab goes on to the next control, as everywhere else; with Ctrl it is a character.
  private static void leave(TextArea area, KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      event.consume();
      if (event.isShortcutDown()) {
        area.replaceSelection("\t");
      } else {
        area.requestFocusTraversal(
            event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      }
    }
  }

  private Node line() {
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field);
    line.getStyleClass().add("value-line");
    if (field instanceof TextField single) {
      suggest(single, line);
    }
    if (kind == Kind.UID) {
      Button generate = new Button(services.text("editor.generate"));
      generate.setMinWidth(USE_PREF_SIZE);
      generate.setId("editor-generate");
      generate.setOnAction(event -> model.selectedTextProperty().set(Uids.random()));
      line.getChildren().add(generate);
    }
    return line;
  }

  private void suggest(TextField single, HBox line) {
    ElementToEdit element = model.element();
    if (Suggestions.all(element, 1).isEmpty()) {
      return;
    }
    Runnable open =
        SuggestionList.attach(
            single,
            () -> Suggestions.all(element, position()),
            typed -> Suggestions.of(element, position(), typed),
            kind == Kind.TAG);
    line.getChildren()
        .add(services.controls().icon("editor.suggest", MaterialDesignC.CHEVRON_DOWN, open));
  }

  private int position() {
    return model.selectedProperty().get() + 1;
  }

  private List<Node> parts() {
    var text = model.selectedTextProperty();
    return switch (kind) {
      case DATE_TIME ->
          List.of(
              new DateTimeBox(
                  services, new DateTimeParts(model.element().vr(), text, InstantSource.system())));
      case NAME -> List.of(new NameGrid(services, new NameParts(text)));
      case AGE -> List.of(new AgeBox(services, new AgeParts(text)));
      case LINE, LINES, NUMBER, UID, TERM, TAG, BYTES -> List.of();
    };
  }

  private Label note() {
    var words = new ValueNote(services, model.element());
    return message(
        "tag-note",
        Bindings.createStringBinding(
            () -> words.of(model.selectedTextProperty().get(), position()),
            model.selectedTextProperty(),
            model.selectedProperty()));
  }

  private CheckBox override() {
    CheckBox box = new CheckBox();
    box.setId("editor-override");
    // An underscore, as in ISO_IR 192, is no mnemonic.
    box.setMnemonicParsing(false);
    box.setWrapText(true);
    box.setMinHeight(USE_PREF_SIZE);
    box.textProperty()
        .bind(
            model
                .utf8NeededProperty()
                .map(utf8 -> services.text(utf8 ? "editor.override.utf8" : "editor.override")));
    box.selectedProperty().bindBidirectional(model.overriddenProperty());
    box.visibleProperty().bind(model.overridableProperty());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  /// Alt with up and down moves a value, Insert adds one, Delete takes an empty one out, with Ctrl
  /// any.
  private void listKey(KeyEvent event) {
    KeyCode code = event.getCode();
    if (event.isAltDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
      model.move(code == KeyCode.UP ? -1 : 1);
    } else if (code == KeyCode.INSERT) {
      model.add();
      begin();
    } else if (code == KeyCode.DELETE && (event.isShortcutDown() || !isTyping())) {
      model.remove();
    } else {
      return;
    }
    event.consume();
  }

  private boolean isTyping() {
    return getScene().getFocusOwner() instanceof TextInputControl focused
        && !focused.getText().isEmpty();
  }

  static Label message(String styleClass, ObservableValue<String> text) {
    Label label = new Label();
    label.getStyleClass().add(styleClass);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.textProperty().bind(text);
    label.visibleProperty().bind(text.map(words -> !words.isEmpty()));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }
}
