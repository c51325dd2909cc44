package org.voxdesk.app.shell;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.prefs.ThemeChoice;

/// The window itself: theme, full screen, language.
public final class ShellViewModel {
  private final Services services;
  private final ObjectProperty<ThemeChoice> theme;
  private final BooleanProperty fullScreen = new SimpleBooleanProperty();

  /// The window as `services`' preferences ask for it.
  public ShellViewModel(Services services) {
    this.services = services;
    theme = new SimpleObjectProperty<>(services.preferences().theme());
    theme.addListener((property, was, is) -> services.preferences().setTheme(is));
    Commands commands = services.commands();
    bindTheme(commands, Command.DARK_THEME, ThemeChoice.DARK);
    bindTheme(commands, Command.LIGHT_THEME, ThemeChoice.LIGHT);
    bindTheme(commands, Command.SYSTEM_THEME, ThemeChoice.SYSTEM);
    bindChoice(commands, Command.FULL_SCREEN, fullScreen);
  }

  /// Which colours the window has.
  public ObjectProperty<ThemeChoice> themeProperty() {
    return theme;
  }

  /// Whether the window fills the screen.
  public BooleanProperty fullScreenProperty() {
    return fullScreen;
  }

  /// Uses `language` from the next start on, and says so in that language.
  public void chooseLanguage(Locale language) {
    services.preferences().setLanguage(language.toLanguageTag());
    services.notifications().info(Messages.of(language).text("language.nextStart"));
  }

  private void bindTheme(Commands commands, Command command, ThemeChoice choice) {
    commands.bindChoice(
        command,
        () -> theme.set(choice),
        new ReadOnlyObjectWrapper<>(true),
        theme.map(now -> now == choice));
  }

  private static void bindChoice(Commands commands, Command command, BooleanProperty property) {
    commands.bindChoice(
        command, () -> property.set(!property.get()), new ReadOnlyObjectWrapper<>(true), property);
  }
}
