package org.voxdesk.app.save;

import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.notify.Question;
import org.voxdesk.io.AtomicFile.Existing;

/// Whether the user wants a backup of every file that saving replaces: chosen in the menu, and
/// again in the question before files are replaced. Kept in the preferences.
final class BackupChoice {
  private static final String NAME = "save.backup";

  private final Services services;
  private final BooleanProperty on;

  BackupChoice(Services services) {
    this.services = services;
    this.on =
        new SimpleBooleanProperty(
            services.preferences().get(NAME).filter("yes"::equals).isPresent());
    on.addListener((property, was, is) -> services.preferences().set(NAME, is ? "yes" : "no"));
  }

  /// What is done with files that are there already.
  Existing existing() {
    return on.get() ? Existing.BACK_UP : Existing.REPLACE;
  }

  /// Binds the entry of the menu that turns it.
  void bind() {
    services
        .commands()
        .bindChoice(
            Command.KEEP_BACKUP, () -> on.set(!on.get()), new ReadOnlyObjectWrapper<>(true), on);
  }

  /// Asks whether files are to be replaced, with or without a backup, which counts once the user
  /// agrees.
  ///
  /// @param text which files
  /// @param options the ways to agree
  OptionalInt ask(String text, List<String> options) {
    BooleanProperty ticked = new SimpleBooleanProperty(on.get());
    OptionalInt chosen =
        services
            .dialogs()
            .choose(
                new Question(services.text("save.replace.title"), text, options)
                    .with(new Question.Tick(services.text("save.backup"), ticked)));
    if (chosen.isPresent()) {
      on.set(ticked.get());
    }
    return chosen;
  }
}
