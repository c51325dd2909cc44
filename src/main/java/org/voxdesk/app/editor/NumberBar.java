package org.voxdesk.app.editor;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.voxdesk.app.model.Services;

/// The number of a value that the caret is on, to be overwritten: Enter and down take what is typed
/// and go on to the next, up to the one before.
final class NumberBar extends HBox {
  private final Services services;
  private final BytesViewModel model;
  private final Runnable follow;
  private final Label place = new Label();
  private final TextField field = new TextField();
  private boolean showing;

  /// A bar for `model`, shown while it shows numbers that can be overwritten.
  ///
  /// @param follow scrolls to the caret
  NumberBar(Services services, BytesViewModel model, Runnable follow) {
    this.services = services;
    this.model = model;
    this.follow = follow;
    getStyleClass().add("value-line");
    place.getStyleClass().add("tag-note");
    place.setMinWidth(USE_PREF_SIZE);
    place.setLabelFor(field);
    field.setId("editor-number");
    field.setAccessibleText(services.text("editor.number.value"));
    field.textProperty().addListener((property, was, is) -> typed());
    field.focusedProperty().addListener((property, was, is) -> left(is));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren().addAll(place, field);
    model.numbersProperty().addListener((property, was, is) -> show());
    model.drawnProperty().addListener((property, was, is) -> show());
    managedProperty().bind(visibleProperty());
    show();
  }

  /// Puts the keyboard into the field.
  void begin() {
    field.requestFocus();
    field.selectAll();
  }

  private void show() {
    setVisible(model.numbersProperty().get() && model.isEditable() && model.numberCount() > 0);
    place.setText(services.text("editor.number", model.number() + 1, model.numberCount()));
    showing = true;
    field.setText(model.numberText());
    showing = false;
  }

  private void typed() {
    if (field.isFocused() && !showing) {
      model.typeNumber(field.getText());
    }
  }

  private void left(boolean focused) {
    if (!focused && isVisible()) {
      model.setNumber(field.getText());
    }
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean going = code == KeyCode.ENTER || code == KeyCode.DOWN || code == KeyCode.UP;
    if (!going || event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    event.consume();
    if (model.setNumber(field.getText())) {
      model.goToNumber((long) model.number() + (code == KeyCode.UP ? -1 : 1));
      follow.run();
      field.selectAll();
    }
  }
}
