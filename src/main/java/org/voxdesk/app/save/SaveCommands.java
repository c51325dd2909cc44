package org.voxdesk.app.save;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.edit.Transcoding;

/// Binds the commands that save, and saves what is unsaved when the window is closed.
public final class SaveCommands {
  private SaveCommands() {}

  /// Binds the commands for good.
  public static void bind(AppModel app) {
    Services services = app.services();
    Commands commands = services.commands();
    Saving saving = new Saving(app);
    SaveInPlace inPlace = new SaveInPlace(saving);
    app.unsaved().bind(inPlace::save);
    ObservableValue<Boolean> open = app.session().instanceProperty().map(Optional::isPresent);
    commands.bind(
        Command.SAVE,
        inPlace::run,
        app.session().historyProperty().map(history -> !history.editedPaths().isEmpty()));
    commands.bind(Command.SAVE_AS, new SaveAs(saving)::run, open);
    commands.bind(
        Command.SAVE_LEVEL,
        () ->
            services
                .dialogs()
                .show(services.text("level.title"), () -> new SaveLevelPage(new SaveLevel(saving))),
        open);
    saving.backup().bind();
    bind(app, Command.SAVE_AS_IS, Transcoding.Target.AS_IS);
    bind(app, Command.SAVE_PLAIN, Transcoding.Target.NONE);
    bind(app, Command.SAVE_RLE, Transcoding.Target.RLE);
    bind(app, Command.SAVE_JPEG_LS, Transcoding.Target.JPEGLS);
  }

  private static void bind(AppModel app, Command command, Transcoding.Target compression) {
    app.services()
        .commands()
        .bindChoice(
            command,
            () -> app.compressionProperty().set(compression),
            new ReadOnlyObjectWrapper<>(true),
            app.compressionProperty().isEqualTo(compression));
  }
}
