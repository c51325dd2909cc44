package org.voxdesk.app.tags;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.EmptyPreamble;
import org.voxdesk.edit.ReencodeText;
import org.voxdesk.text.Sentence;

/// Binds undo, redo, find and edits of whole images to the session.
public final class EditCommands {
  private EditCommands() {}

  /// Binds the commands for good.
  ///
  /// @param titleKey the page of the inspector that has the find field
  public static void bind(AppModel app, String titleKey, Runnable find) {
    Session session = app.session();
    Commands commands = app.services().commands();
    bind(app, Command.UNDO, session::undo, EditHistory::undoable);
    bind(app, Command.REDO, session::redo, EditHistory::redoable);
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
      AppModel app,
      Command command,
      Runnable action,
      Function<EditHistory, Optional<Sentence>> step) {
    Services services = app.services();
    ObservableValue<Optional<Sentence>> next = app.session().historyProperty().map(step);
    services.commands().bind(command, action, next.map(Optional::isPresent));
    services
        .commands()
        .bindDetail(
            command, next.map(s -> s.map(l -> l.in(services.messages().locale())).orElse("")));
  }
}
