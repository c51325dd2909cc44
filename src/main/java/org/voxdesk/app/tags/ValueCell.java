package org.voxdesk.app.tags;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Checking;

/// Shows a value, and edits it: Enter commits what the VR allows, Escape leaves. Values of several
/// lines take Enter as a line break and Ctrl+Enter to commit.
final class ValueCell extends TreeTableCell<TagRow, TagRow> {
  private static final int LINES = 5;

  private final Services services;
  private final TagTable table;
  private final TagsViewModel model;
  private final Tooltip tooltip = new Tooltip();
  private Optional<Editing> editing = Optional.empty();

  ValueCell(Services services, TagTable table, TagsViewModel model) {
    this.services = services;
    this.table = table;
    this.model = model;
    getStyleClass().add("tag-value");
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(480);
  }

  @Override
  public void startEdit() {
    if (!table.isEditAsked() || getItem() == null) {
      return;
    }
    String fixed = model.whyFixed(getItem());
    if (!fixed.isEmpty() || !(getItem() instanceof ElementRow row)) {
      new Hint(this, fixed).showForAWhile();
      return;
    }
    super.startEdit();
    // What differs between images begins empty.
    EditableText.of(row.spread().isMixed() ? "" : row.text())
        .filter(text -> isEditing())
        .ifPresent(text -> editing = Optional.of(new Editing(row, text)));
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    editing.ifPresent(Editing::end);
    editing = Optional.empty();
    updateItem(getItem(), isEmpty());
    table.requestFocus();
  }

  @Override
  protected void updateItem(TagRow row, boolean empty) {
    super.updateItem(row, empty);
    if (editing.isPresent()) {
      return;
    }
    setGraphic(null);
    setText(empty || row == null ? null : model.text().value(row));
    setTooltip(null);
    if (!empty && row instanceof ElementRow element) {
      tooltip.setText(details(element));
      setTooltip(tooltip.getText().isEmpty() ? null : tooltip);
    }
  }

  private String details(ElementRow row) {
    Stream<String> lines =
        Stream.of(
            model.text().valueDetails(row),
            model.whyFixed(row),
            model.missing(row).map(m -> model.text().demanded(m)).orElse(""),
            model.text().violation(row).orElse(""));
    return lines.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  /// The field in the cell, from the start of an edit to its end.
  private final class Editing {
    private final ElementRow row;
    private final EditableText text;
    private final TextInputControl field;
    private final Hint hint;

    Editing(ElementRow row, EditableText text) {
      this.row = row;
      this.text = text;
      this.field = text.multiline() ? area() : new TextField();
      this.hint = new Hint(ValueCell.this, "");
      field.getStyleClass().add("tag-field");
      field.setText(text.shown());
      field.setAccessibleText(services.text("tags.value.of", model.text().name(row)));
      field.textProperty().addListener((property, was, is) -> check());
      field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
      field.focusedProperty().addListener((property, was, is) -> focused(is));
      setTooltip(null);
      setText(null);
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
      table.draft().ifPresent(this::goOn);
    }

    private void goOn(String draft) {
      // A field selects all of its text when it gets its skin.
      field.applyCss();
      field.setText(draft);
      field.end();
    }

    private TextArea area() {
      TextArea area = new TextArea();
      area.setPrefRowCount(LINES);
      area.setWrapText(true);
      return area;
    }

    private void focused(boolean is) {
      if (!is && isEditing()) {
        cancelEdit();
      }
    }

    private void check() {
      String typed = text.value(field.getText());
      hint.show(
          model
              .problem(row, typed)
              .map(why -> model.isStorable(row, typed) ? services.text("tags.anyway", why) : why)
              .orElse(""));
    }

    private void key(KeyEvent event) {
      boolean enter = event.getCode() == KeyCode.ENTER;
      if (event.getCode() == KeyCode.ESCAPE) {
        event.consume();
        cancelEdit();
      } else if (enter && event.isShortcutDown() && event.isShiftDown()) {
        event.consume();
        commitAnyway();
      } else if (enter && (!text.multiline() || event.isShortcutDown())) {
        event.consume();
        commit();
      }
    }

    private void commit() {
      if (field.getText().equals(text.shown())) {
        cancelEdit();
        return;
      }
      String typed = text.value(field.getText());
      if (model.problem(row, typed).isPresent() && !model.fitsUtf8Only(row, typed)) {
        check();
        return;
      }
      leave(() -> model.set(row, typed));
    }

    /// Ends the edit first, because setting brings the table up to date at once. What has been
    /// typed comes back if it has not been set.
    private void leave(BooleanSupplier set) {
      String typed = field.getText();
      cancelEdit();
      if (!set.getAsBoolean()) {
        table.editAgain(row, typed);
      }
    }

    /// Breaks a rule of the VR knowingly.
    private void commitAnyway() {
      String typed = text.value(field.getText());
      if (model.isStorable(row, typed)) {
        leave(() -> model.set(row, typed, Checking.STORABLE));
      }
    }

    void end() {
      hint.hide();
    }
  }

  /// A sentence just below a cell.
  private static final class Hint {
    private final TreeTableCell<?, ?> cell;
    private final Label label = new Label();
    private final Popup popup = new Popup();

    Hint(TreeTableCell<?, ?> cell, String sentence) {
      this.cell = cell;
      label.setText(sentence);
      label.setWrapText(true);
      label.setMaxWidth(420);
      label.getStyleClass().add("tag-hint");
      popup.getContent().add(label);
    }

    void showForAWhile() {
      popup.setAutoHide(true);
      show(label.getText());
    }

    void show(String sentence) {
      label.setText(sentence);
      if (sentence.isEmpty()) {
        popup.hide();
      } else if (!popup.isShowing() && cell.getScene() != null) {
        popup.getScene().getStylesheets().setAll(cell.getScene().getStylesheets());
        Bounds bounds = cell.localToScreen(cell.getBoundsInLocal());
        popup.show(cell, bounds.getMinX(), bounds.getMaxY() + 2);
      }
    }

    void hide() {
      popup.hide();
    }
  }
}
