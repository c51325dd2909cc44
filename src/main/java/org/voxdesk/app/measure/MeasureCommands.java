package org.voxdesk.app.measure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.command.LateMenu;
import org.voxdesk.app.command.LateTooltip;
import org.voxdesk.app.model.Services;
import org.voxdesk.measure.Kind;

/// Binds the commands that measure, and makes the button that picks what is measured.
final class MeasureCommands {
  private static final Map<Kind, Command> KINDS =
      new TreeMap<>(
          Map.of(
              Kind.DISTANCE, Command.MEASURE_DISTANCE,
              Kind.ANGLE, Command.MEASURE_ANGLE,
              Kind.BIDIRECTIONAL, Command.MEASURE_BIDIRECTIONAL,
              Kind.ELLIPSE, Command.MEASURE_ELLIPSE,
              Kind.RECTANGLE, Command.MEASURE_RECTANGLE,
              Kind.POLYGON, Command.MEASURE_POLYGON,
              Kind.ARROW, Command.MEASURE_ARROW));

  private MeasureCommands() {}

  /// Each kind's command takes the measure tool in hand too.
  static void bind(MeasureViewModel model, MeasureExport export) {
    Commands commands = model.app().services().commands();
    KINDS.forEach(
        (kind, command) ->
            commands.bindChoice(
                command,
                () -> {
                  model.kindProperty().set(kind);
                  commands.run(Command.TOOL_MEASURE);
                },
                commands.availableProperty(Command.TOOL_MEASURE),
                model.kindProperty().map(k -> k == kind)));
    commands.bind(
        Command.EXPORT_MEASUREMENTS,
        export::export,
        Bindings.isNotEmpty(model.listed()).map(any -> any));
  }

  /// A button that shows the kind and offers the others.
  static Node button(MeasureViewModel model) {
    Services services = model.app().services();
    MenuButton button = new MenuButton();
    button.setId("measure-kinds");
    CommandControls.leaveFocusOnClick(button);
    LateTooltip.give(button, services.text("measure.kind"));
    FontIcon icon = new FontIcon();
    button.setGraphic(icon);
    Runnable show =
        () -> {
          Kind kind = model.kindProperty().get();
          Optional.ofNullable(KINDS.get(kind)).ifPresent(c -> icon.setIconCode(c.icon()));
          button.setAccessibleText(services.text("measure.kind") + ": " + model.text().name(kind));
        };
    model.kindProperty().addListener((property, was, is) -> show.run());
    show.run();
    LateMenu.fill(
        button, () -> KINDS.values().stream().map(services.controls()::menuItem).toList());
    button
        .disableProperty()
        .bind(services.commands().availableProperty(Command.TOOL_MEASURE).not());
    return button;
  }
}
