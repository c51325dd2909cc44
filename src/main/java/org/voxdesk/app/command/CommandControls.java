package org.voxdesk.app.command;

import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.voxdesk.app.i18n.Messages;

/// Builds the controls that run commands: named, with tooltip and key, off while the command is not
/// available.
public final class CommandControls {
  private final Commands commands;
  private final Shortcuts shortcuts;
  private final Messages messages;

  /// Controls for `commands`.
  public CommandControls(Commands commands, Shortcuts shortcuts, Messages messages) {
    this.commands = commands;
    this.shortcuts = shortcuts;
    this.messages = messages;
  }

  /// A flat icon button.
  public ButtonBase button(Command command) {
    ButtonBase button = command.isChoice() ? toggle(command) : new Button();
    String name = messages.text(command.nameKey());
    button.setGraphic(new FontIcon(command.icon()));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(name);
    LateTooltip.give(button, () -> tooltip(command));
    button.setOnAction(event -> commands.run(command));
    button.disableProperty().bind(commands.availableProperty(command).not());
    button.setId(id(command));
    leaveFocusOnClick(button);
    return button;
  }

  private Tooltip tooltip(Command command) {
    Tooltip tooltip = new Tooltip();
    tooltip
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    shortcuts
                        .of(command)
                        .map(key -> label(command) + "   " + key.getDisplayText())
                        .orElseGet(() -> label(command)),
                shortcuts.property(command),
                commands.detailProperty(command)));
    return tooltip;
  }

  /// A flat icon button for what is no command, named by the text of `nameKey`.
  public Button icon(String nameKey, Ikon icon, Runnable action) {
    Button button = new Button();
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(messages.text(nameKey));
    LateTooltip.give(button, messages.text(nameKey));
    button.setOnAction(event -> action.run());
    button.setId(nameKey.replace('.', '-'));
    return button;
  }

  /// A click leaves the keys where they were, with the picture as a rule; Tab still gets here.
  public static void leaveFocusOnClick(ButtonBase button) {
    button.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> button.setFocusTraversable(false));
    button.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> button.setFocusTraversable(true));
  }

  /// An entry of a menu, with the command's key at its end.
  public MenuItem menuItem(Command command) {
    String name = messages.text(command.nameKey());
    MenuItem item = command.isChoice() ? checkItem(name, command) : new MenuItem(name);
    // An underscore is one: ISO_IR.
    item.setMnemonicParsing(false);
    item.textProperty()
        .bind(Bindings.createStringBinding(() -> label(command), commands.detailProperty(command)));
    item.acceleratorProperty().bind(shortcuts.property(command));
    item.setOnAction(event -> commands.run(command));
    item.disableProperty().bind(commands.availableProperty(command).not());
    return item;
  }

  private String label(Command command) {
    String name = messages.text(command.nameKey());
    String detail = commands.detailProperty(command).get();
    return detail.isEmpty() ? name : messages.text("command.withDetail", name, detail);
  }

  /// The id of the button for `command`, for stylesheets and tests.
  public static String id(Command command) {
    return "command-" + command.name();
  }

  private ToggleButton toggle(Command command) {
    ToggleButton toggle = new ToggleButton();
    var selected = commands.selectedProperty(command);
    toggle.setSelected(selected.get());
    selected.addListener((property, was, is) -> toggle.setSelected(is));
    // A click turns the button before the command runs; whether it stays so is the command's to
    // say.
    toggle.armedProperty().addListener((property, was, is) -> toggle.setSelected(selected.get()));
    toggle.addEventHandler(ActionEvent.ACTION, event -> toggle.setSelected(selected.get()));
    return toggle;
  }

  private CheckMenuItem checkItem(String name, Command command) {
    CheckMenuItem item = new CheckMenuItem(name);
    var selected = commands.selectedProperty(command);
    item.setSelected(selected.get());
    selected.addListener((property, was, is) -> item.setSelected(is));
    item.addEventHandler(ActionEvent.ACTION, event -> item.setSelected(selected.get()));
    return item;
  }
}
