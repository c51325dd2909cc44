package org.voxdesk.app.shell;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.command.Commands;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.app.model.Services;

/// The window itself: theme, full screen, language.
public final class ShellViewModel {
  private final Services services;
  private final BooleanProperty lightTheme = new SimpleBooleanProperty();
  private final BooleanProperty fullScreen = new SimpleBooleanProperty();

  /// The window as `services`' preferences ask for it.
  public ShellViewModel(Services services) {
    this.services = services;
    lightTheme.set(services.preferences().lightTheme());
    lightTheme.addListener((property, was, is) -> services.preferences().setLightTheme(is));
    Commands commands = services.commands();
    bindChoice(commands, Command.LIGHT_THEME, lightTheme);
    bindChoice(commands, Command.FULL_SCREEN, fullScreen);
  }

  /// Whether the window is dark on white.
  public BooleanProperty lightThemeProperty() {
    return lightTheme;
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

  private static void bindChoice(Commands commands, Command command, BooleanProperty property) {
    commands.bindChoice(
        command, () -> property.set(!property.get()), new ReadOnlyObjectWrapper<>(true), property);
  }
}
