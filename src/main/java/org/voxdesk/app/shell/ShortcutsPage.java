package org.voxdesk.app.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Shortcuts;
import org.voxdesk.app.model.Services;

/// The list of keys, each with a button that takes another key.
final class ShortcutsPage extends VBox {
  private static final KeyCombination LEAVE = new KeyCodeCombination(KeyCode.ESCAPE);
  private static final Set<KeyCombination> NOTHING =
      Set.of(new KeyCodeCombination(KeyCode.DELETE), new KeyCodeCombination(KeyCode.BACK_SPACE));

  private final Services services;
  private final Shortcuts shortcuts;
  private final Label hint = new Label();

  /// @param groups the commands by the names of their menus
  ShortcutsPage(Services services, Map<String, List<Command>> groups) {
    this.services = services;
    this.shortcuts = services.shortcuts();
    getStyleClass().add("page");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("shortcuts");
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(names);
    groups.forEach((menu, commands) -> add(grid, menu, commands));
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setPrefSize(460, 420);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    hint.setText(services.text("shortcuts.hint"));
    hint.setWrapText(true);
    hint.setMaxWidth(460);
    Button reset = new Button(services.text("shortcuts.reset"));
    reset.setOnAction(event -> shortcuts.reset());
    getChildren().addAll(hint, scroll, reset);
  }

  private void add(GridPane grid, String menu, List<Command> commands) {
    Label heading = new Label(menu);
    heading.getStyleClass().add("shortcuts-heading");
    grid.add(heading, 0, grid.getRowCount(), 2, 1);
    for (Command command : commands) {
      Label name = new Label(services.text(command.nameKey()));
      Button key = keyButton(command);
      name.setLabelFor(key);
      GridPane.setHalignment(key, HPos.RIGHT);
      grid.addRow(grid.getRowCount(), name, key);
    }
  }

  private Button keyButton(Command command) {
    Button button = new Button();
    button.getStyleClass().addAll("small", "shortcuts-key");
    button.setAccessibleText(services.text(command.nameKey()));
    Runnable show =
        () -> button.setText(shortcuts.of(command).map(KeyCombination::getDisplayText).orElse("–"));
    shortcuts.property(command).addListener((property, was, is) -> show.run());
    show.run();
    button.setOnAction(
        event -> {
          button.setText(services.text("shortcuts.press"));
          button.addEventFilter(
              KeyEvent.KEY_PRESSED,
              new KeyTaker(button, command, this::change, shortcuts::remove, show));
        });
    return button;
  }

  /// Says of which other command it took the key.
  private void change(Command command, KeyCombination key) {
    hint.setText(
        shortcuts
            .change(command, key)
            .map(other -> services.text("shortcuts.taken", services.text(other.nameKey())))
            .orElse(services.text("shortcuts.hint")));
  }

  /// Turns the next key press into a combination; a modifier alone is the start of one. Escape
  /// leaves the key as it was, and Delete and the key back take it away, unless they are what the
  /// command usually has.
  private record KeyTaker(
      Button button,
      Command command,
      BiConsumer<Command, KeyCombination> taken,
      Consumer<Command> removed,
      Runnable done)
      implements EventHandler<KeyEvent> {
    @Override
    public void handle(KeyEvent event) {
      event.consume();
      if (event.getCode().isModifierKey()) {
        return;
      }
      button.removeEventFilter(KeyEvent.KEY_PRESSED, this);
      take(combination(event));
      done.run();
    }

    private void take(KeyCodeCombination key) {
      boolean usual = command.usualKey().equals(Optional.of(key));
      if (NOTHING.contains(key) && !usual) {
        removed.accept(command);
      } else if (key.getCode() != KeyCode.UNDEFINED && (usual || !key.equals(LEAVE))) {
        taken.accept(command, key);
      }
    }
  }

  private static KeyCodeCombination combination(KeyEvent event) {
    return new KeyCodeCombination(
        event.getCode(),
        value(event.isShiftDown()),
        ModifierValue.UP,
        value(event.isAltDown()),
        ModifierValue.UP,
        value(event.isShortcutDown()));
  }

  private static ModifierValue value(boolean down) {
    return down ? ModifierValue.DOWN : ModifierValue.UP;
  }
}
