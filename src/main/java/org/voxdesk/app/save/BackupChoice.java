package org.voxdesk.app.save;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.prefs.Preferences;

/// Whether the user wants a backup of every file that saving replaces.
final class BackupChoice {
  private static final String NAME = "save.backup";

  private BackupChoice() {}

  static boolean isOn(Preferences preferences) {
    return preferences.get(NAME).filter("yes"::equals).isPresent();
  }

  /// Binds the entry of the menu that turns it.
  static void bind(Services services) {
    Preferences preferences = services.preferences();
    BooleanProperty on = new SimpleBooleanProperty(isOn(preferences));
    on.addListener((property, was, is) -> preferences.set(NAME, is ? "yes" : "no"));
    services
        .commands()
        .bindChoice(
            Command.KEEP_BACKUP, () -> on.set(!on.get()), new ReadOnlyObjectWrapper<>(true), on);
  }
}
