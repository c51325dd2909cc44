package org.voxdesk.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import org.voxdesk.app.prefs.ThemeChoice;

/// The theme of all windows, the one chosen or the system's. To be put on before the first control
/// is made, upon which JavaFX would otherwise load a theme of its own.
public final class WindowTheme {
  private final BooleanBinding light;

  /// The theme that `shell` asks for, from now on.
  public WindowTheme(ShellViewModel shell) {
    var system = Platform.getPreferences().colorSchemeProperty();
    light =
        Bindings.createBooleanBinding(
            () -> isLight(shell.themeProperty().get(), system.get()),
            shell.themeProperty(),
            system);
    light.addListener((property, was, is) -> putOn(is));
    putOn(light.get());
  }

  /// Whether the theme is a light one.
  ObservableBooleanValue light() {
    return light;
  }

  private static boolean isLight(ThemeChoice choice, ColorScheme system) {
    return switch (choice) {
      case DARK -> false;
      case LIGHT -> true;
      case SYSTEM -> system == ColorScheme.LIGHT;
    };
  }

  private static void putOn(boolean light) {
    Theme theme = light ? new PrimerLight() : new PrimerDark();
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
  }
}
