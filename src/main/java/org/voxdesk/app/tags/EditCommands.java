package org.voxdesk.app.tags;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.model.UndoOrder;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.ReencodeText;

/// Binds undo, redo, find and edits of whole images to the session.
public final class EditCommands {
  private EditCommands() {}

  /// Binds the commands for good.
  ///
  /// @param titleKey the page of the inspector that has the find field
  public static void bind(AppModel app, String titleKey, Runnable find) {
    Session session = app.session();
    Commands commands = app.services().commands();
    UndoOrder order = app.undoOrder();
    bind(commands, Command.UNDO, order::undo, order.undoableProperty());
    bind(commands, Command.REDO, order::redo, order.redoableProperty());
    ObservableValue<Boolean> open = session.instanceProperty().map(Optional::isPresent);
    commands.bind(Command.REENCODE_TEXT, () -> apply(session, new ReencodeText()), open);
    commands.bind(Command.EMPTY_PREAMBLE, () -> apply(session, new EmptyPreamble()), open);
    commands.bind(
        Command.FIND_TAG,
        () -> {
          app.pageProperty().set(titleKey);
          find.run();
        },
        open);
  }

  private static void apply(Session session, Edit edit) {
    session.instanceProperty().get().ifPresent(image -> session.apply(edit, List.of(image)));
  }

  private static void bind(
      Commands commands, Command command, Runnable action, ObservableValue<Optional<String>> step) {
    commands.bind(command, action, step.map(Optional::isPresent));
    commands.bindDetail(command, step.map(label -> label.orElse("")));
  }
}
