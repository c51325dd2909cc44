package org.voxdesk.app.tags;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import org.voxdesk.dicom.DictionaryEntry;

/// The elements that may be meant, below the field in which one is being typed. Arrow keys choose,
/// Enter and Tab take, Escape leaves the text as it is.
final class CompletionList {
  /// As the stylesheet has it.
  private static final int ROW = 27;

  private static final int ROWS = 9;

  private final TextField field;
  private final ListView<DictionaryEntry> list = new ListView<>();
  private final Popup popup = new Popup();
  private boolean taking;

  private CompletionList(TextField field) {
    this.field = field;
    list.setCellFactory(view -> new EntryCell());
    list.setPrefWidth(460);
    list.setFocusTraversable(false);
    list.getStyleClass().add("completion");
    list.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
  }

  /// Completes what is typed in `field`.
  static void attach(TextField field) {
    new CompletionList(field).listen();
  }

  private void listen() {
    field.textProperty().addListener((property, was, is) -> typed());
    field.focusedProperty().addListener((property, was, is) -> popup.hide());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void typed() {
    List<DictionaryEntry> found = taking ? List.of() : Completion.of(field.getText());
    boolean done =
        found.size() == 1 && found.getFirst().keyword().equalsIgnoreCase(field.getText().strip());
    if (found.isEmpty() || done || !field.isFocused()) {
      popup.hide();
      return;
    }
    list.getItems().setAll(found);
    list.getSelectionModel().clearSelection();
    list.scrollTo(0);
    list.setPrefHeight(Math.min(found.size(), ROWS) * (double) ROW + 2);
    if (!popup.isShowing()) {
      show();
    }
  }

  private void show() {
    popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
    Bounds bounds = field.localToScreen(field.getBoundsInLocal());
    popup.show(field, bounds.getMinX(), bounds.getMaxY() + 2);
  }

  private void key(KeyEvent event) {
    if (!popup.isShowing()) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> take();
      case ESCAPE -> popup.hide();
      case TAB -> {
        take();
        // The keyboard goes on to the next field by itself.
        return;
      }
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 1));
    event.consume();
  }

  /// Takes the chosen entry, or the first one.
  private void take() {
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
    DictionaryEntry entry = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (entry != null) {
      taking = true;
      field.setText(entry.keyword());
      field.end();
      taking = false;
    }
  }

  /// Tag, keyword and VR of one entry.
  private static final class EntryCell extends ListCell<DictionaryEntry> {
    private final Label tag = new Label();
    private final Label keyword = new Label();
    private final HBox line = new HBox(tag, keyword);

    EntryCell() {
      tag.getStyleClass().add("fixed-width");
      tag.setMinWidth(92);
      line.getStyleClass().add("tag-line");
    }

    @Override
    protected void updateItem(DictionaryEntry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        return;
      }
      tag.setText(entry.tag().toString().toUpperCase(Locale.ROOT));
      keyword.setText(entry.keyword());
      setGraphic(line);
    }
  }
}
