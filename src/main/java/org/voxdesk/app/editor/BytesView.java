package org.voxdesk.app.editor;

import static java.util.stream.Collectors.joining;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;

/// The bytes of a value in lines: offset, hexadecimal, ASCII, or as numbers; with buttons for
/// files. In a small value, digits overwrite the byte that is marked and arrow keys move the mark.
final class BytesView extends VBox {
  /// As the stylesheet has it.
  private static final int ROW = 22;

  private static final int PAGE = 16;
  private static final int LINE_DIGITS = 2 * HexLine.BYTES;

  private final BytesViewModel model;
  private final ListView<Integer> lines = new ListView<>();
  private final NumberBar number;

  BytesView(Services services, BytesViewModel model) {
    this.model = model;
    this.number = new NumberBar(services, model, this::follow);
    getStyleClass().add("values");
    var files = new BytesFiles(services, model);
    Button importing = new Button(services.text("editor.import"));
    importing.setId("editor-import");
    importing.setMinWidth(USE_PREF_SIZE);
    importing.setOnAction(event -> files.importFile());
    Button exporting = new Button(services.text("editor.export"));
    exporting.setId("editor-export");
    exporting.setMinWidth(USE_PREF_SIZE);
    exporting.setOnAction(event -> files.exportFile());
    ToggleButton numbers = new ToggleButton(services.text("editor.numbers"));
    numbers.setId("editor-numbers");
    numbers.setMinWidth(USE_PREF_SIZE);
    numbers.selectedProperty().bindBidirectional(model.numbersProperty());
    Label length = new Label();
    length.getStyleClass().add("tag-note");
    length
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> services.text(lengthKey(), model.contentProperty().get().length()),
                model.contentProperty(),
                model.numbersProperty()));
    length.setWrapText(true);
    HBox tools = new HBox(importing, exporting, numbers);
    tools.getStyleClass().add("value-line");
    lines.setFixedCellSize(ROW);
    lines.setPrefHeight(PAGE * (double) ROW);
    lines.setPrefWidth(640);
    lines.getStyleClass().add("hex-lines");
    lines.setAccessibleText(services.text("tags.value.of", model.element().name()));
    lines.setCellFactory(view -> new LineCell());
    addEventFilter(KeyEvent.KEY_PRESSED, this::keyFirst);
    lines.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    lines.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    VBox.setVgrow(lines, Priority.ALWAYS);
    model.contentProperty().addListener((property, was, is) -> fill());
    model.drawnProperty().addListener((property, was, is) -> lines.refresh());
    model.numbersProperty().addListener((property, was, is) -> lines.refresh());
    fill();
    getChildren()
        .addAll(
            tools,
            length,
            lines,
            number,
            ValuesView.message("tag-problem", model.problemProperty()));
  }

  /// Puts the keyboard on the bytes.
  void begin() {
    lines.requestFocus();
  }

  private String lengthKey() {
    if (model.contentProperty().get().length() > BytesViewModel.MOST_TYPED) {
      return "editor.bytes.many";
    }
    return model.numbersProperty().get() ? "editor.bytes.numbers" : "editor.bytes";
  }

  private void fill() {
    int count = model.lineCount();
    if (lines.getItems().size() != count) {
      lines.setItems(new LineNumbers(count));
    }
    lines.getSelectionModel().select(caretLine());
  }

  private int caretLine() {
    return (int) (model.caretProperty().get() / LINE_DIGITS);
  }

  /// Before the list takes Enter for itself. Ctrl+Z and Ctrl+Y undo and redo what has been typed.
  private void keyFirst(KeyEvent event) {
    boolean field = event.getTarget() instanceof TextField;
    if (event.getCode() == KeyCode.ENTER && !field && !event.isShortcutDown()) {
      if (!model.numbersProperty().get() && event.getTarget().equals(lines)) {
        event.consume();
        lines.fireEvent(new ActionEvent());
      }
    } else if (event.isShortcutDown() && !field && event.getCode() == KeyCode.Z) {
      event.consume();
      boolean changed = event.isShiftDown() ? model.redo() : model.undo();
      followIf(changed);
    } else if (event.isShortcutDown() && !field && event.getCode() == KeyCode.Y) {
      event.consume();
      followIf(model.redo());
    }
  }

  private void followIf(boolean changed) {
    if (changed) {
      follow();
    }
  }

  private void key(KeyEvent event) {
    if (!model.isEditable() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean numbers = model.numbersProperty().get();
    if (numbers && event.getCode() == KeyCode.ENTER) {
      number.begin();
      event.consume();
      return;
    }
    long caret = model.caretProperty().get();
    long step = numbers ? 2L * model.kind().unit() : 1;
    long steps =
        switch (event.getCode()) {
          case LEFT -> -step;
          case RIGHT -> step;
          case UP -> -LINE_DIGITS;
          case DOWN -> LINE_DIGITS;
          case PAGE_UP -> (long) -LINE_DIGITS * PAGE;
          case PAGE_DOWN -> (long) LINE_DIGITS * PAGE;
          case HOME -> -(caret % LINE_DIGITS);
          case END -> LINE_DIGITS - step - caret % LINE_DIGITS;
          default -> 0;
        };
    if (steps != 0 || event.getCode() == KeyCode.HOME || event.getCode() == KeyCode.END) {
      model.moveCaret(steps);
      follow();
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    int digit =
        event.getCharacter().length() == 1
            ? Character.digit(event.getCharacter().charAt(0), 16)
            : -1;
    if (digit >= 0 && model.type(digit)) {
      follow();
      event.consume();
    }
  }

  private void follow() {
    int line = caretLine();
    lines.getSelectionModel().select(line);
    int top = Math.max(0, line - PAGE + 2);
    lines.scrollTo(Math.min(line, top));
  }

  /// One line, drawn from the model when it comes into view.
  private final class LineCell extends ListCell<Integer> {
    private final Label address = new Label();
    private final Label before = new Label();
    private final Label marked = new Label();
    private final Label after = new Label();
    private final Label text = new Label();
    private final HBox line = new HBox(address, before, marked, after, text);

    LineCell() {
      address.getStyleClass().add("hex-address");
      marked.getStyleClass().add("hex-mark");
      text.getStyleClass().add("hex-text");
      line.getChildren().forEach(label -> ((Label) label).setMinWidth(USE_PREF_SIZE));
      addEventHandler(MouseEvent.MOUSE_PRESSED, event -> mark());
    }

    private void mark() {
      if (!isEmpty() && model.isEditable()) {
        model.moveCaret((long) getIndex() * LINE_DIGITS - model.caretProperty().get());
      }
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
      super.updateItem(number, empty);
      if (empty || number == null) {
        setGraphic(null);
        return;
      }
      model.line(number).ifPresentOrElse(this::draw, () -> draw("…"));
      setGraphic(line);
    }

    private void draw(String waiting) {
      address.setText(waiting);
      before.setText("");
      marked.setText("");
      after.setText("");
      text.setText("");
    }

    private void draw(HexLine bytes) {
      address.setText(bytes.address());
      boolean numbers = model.numbersProperty().get();
      boolean here = model.isEditable() && getIndex() == caretLine();
      int at = here ? (int) (model.caretProperty().get() % LINE_DIGITS / 2) : HexLine.BYTES;
      text.setText(numbers ? "" : bytes.ascii());
      if (numbers) {
        drawNumbers(bytes.numbers(model.kind()), at / model.kind().unit());
        return;
      }
      before.setText(bytes.hex(0, at));
      marked.setText(here ? bytes.hex(at, at + 1).strip() : "");
      after.setText(here ? " " + bytes.hex(at + 1, HexLine.BYTES) : "");
    }

    private void drawNumbers(List<String> all, int at) {
      int from = Math.min(at, all.size());
      int to = Math.min(at + 1, all.size());
      before.setText(all.subList(0, from).stream().map(n -> n + "  ").collect(joining()));
      marked.setText(String.join("", all.subList(from, to)));
      after.setText(all.subList(to, all.size()).stream().map(n -> "  " + n).collect(joining()));
    }
  }
}
