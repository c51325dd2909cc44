package org.voxdesk.app.editor;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;

/// What may be meant, below the field in which it is being typed. Down opens the whole list; arrow
/// keys choose, Enter and Tab take, Escape leaves the text as it is.
public final class SuggestionList {
  /// As the stylesheet has it.
  private static final int ROW = 27;

  private static final int ROWS = 9;
  private static final int WIDTH = 480;

  private final TextField field;
  private final Supplier<List<Suggestion>> all;
  private final ListView<Suggestion> list = new ListView<>();
  private final Popup popup = new Popup();
  private final boolean eager;
  private boolean taking;

  private SuggestionList(TextField field, Supplier<List<Suggestion>> all, boolean eager) {
    this.field = field;
    this.all = all;
    this.eager = eager;
    list.setCellFactory(view -> new SuggestionCell());
    list.setPrefWidth(WIDTH);
    list.setFocusTraversable(false);
    list.setAccessibleText(field.getAccessibleText());
    list.getStyleClass().add("completion");
    list.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
  }

  /// Suggests values for `field`.
  ///
  /// @param all every value there is
  /// @param matching those that suit what has been typed
  /// @return what opens the whole list
  static Runnable attach(
      TextField field,
      Supplier<List<Suggestion>> all,
      Function<String, List<Suggestion>> matching) {
    return attach(field, all, matching, false);
  }

  /// The same.
  ///
  /// @param eager whether the first that suits is chosen unless another is
  static Runnable attach(
      TextField field,
      Supplier<List<Suggestion>> all,
      Function<String, List<Suggestion>> matching,
      boolean eager) {
    return new SuggestionList(field, all, eager).listen(matching);
  }

  /// Suggests what else but a suggestion is hardly ever meant: the first one is chosen unless
  /// another is.
  ///
  /// @param matching what suits what has been typed
  public static void attachEager(TextField field, Function<String, List<Suggestion>> matching) {
    new SuggestionList(field, List::of, true).listen(matching);
  }

  private Runnable listen(Function<String, List<Suggestion>> matching) {
    field.textProperty().addListener((property, was, is) -> typed(matching.apply(is)));
    field.focusedProperty().addListener((property, was, is) -> popup.hide());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    return this::open;
  }

  private void typed(List<Suggestion> found) {
    boolean done =
        found.size() == 1 && found.getFirst().value().equalsIgnoreCase(field.getText().strip());
    if (taking || found.isEmpty() || done || !field.isFocused()) {
      popup.hide();
    } else {
      show(found);
    }
  }

  private void open() {
    List<Suggestion> known = all.get();
    if (!known.isEmpty()) {
      field.requestFocus();
      show(known);
    }
  }

  private void show(List<Suggestion> found) {
    list.getItems().setAll(found);
    list.getSelectionModel().clearSelection();
    found.stream()
        .filter(s -> eager || s.value().equals(field.getText()))
        .findFirst()
        .ifPresent(list.getSelectionModel()::select);
    list.setPrefHeight(Math.min(found.size(), ROWS) * (double) ROW + 2);
    if (!popup.isShowing()) {
      popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
      Bounds bounds = field.localToScreen(field.getBoundsInLocal());
      popup.show(field, bounds.getMinX(), bounds.getMaxY() + 2);
    }
    scroll();
  }

  private void key(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    boolean showing = popup.isShowing();
    switch (event.getCode()) {
      case DOWN -> {
        if (showing) {
          list.getSelectionModel().selectNext();
          scroll();
        } else {
          open();
        }
        if (!popup.isShowing()) {
          return;
        }
      }
      case UP -> {
        if (!showing) {
          return;
        }
        list.getSelectionModel().selectPrevious();
        scroll();
      }
      case ENTER -> {
        if (!showing || list.getSelectionModel().isEmpty()) {
          // What has been typed is meant.
          popup.hide();
          return;
        }
        take();
      }
      case TAB -> {
        if (showing) {
          take();
        }
        // The keyboard goes on to the next field by itself.
        return;
      }
      case ESCAPE -> {
        if (!showing) {
          return;
        }
        popup.hide();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void scroll() {
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS + 1));
  }

  private void take() {
    Suggestion chosen = list.getSelectionModel().getSelectedItem();
    popup.hide();
    if (chosen != null) {
      taking = true;
      field.setText(chosen.value());
      field.end();
      taking = false;
    }
  }

  /// Value and meaning in one line.
  private static final class SuggestionCell extends ListCell<Suggestion> {
    private final Label value = new Label();
    private final Label meaning = new Label();
    private final HBox line = new HBox(value, meaning);

    SuggestionCell() {
      value.getStyleClass().add("fixed-width");
      value.setMinWidth(USE_PREF_SIZE);
      meaning.getStyleClass().add("tag-note");
      line.getStyleClass().add("suggestion");
    }

    @Override
    protected void updateItem(Suggestion suggestion, boolean empty) {
      super.updateItem(suggestion, empty);
      if (empty || suggestion == null) {
        setGraphic(null);
        return;
      }
      value.setText(suggestion.value());
      meaning.setText(suggestion.meaning());
      setGraphic(line);
    }
  }
}
