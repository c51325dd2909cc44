package org.voxdesk.app.prefs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which colours the window has.
public enum ThemeChoice {
  /// White on dark, as pictures are looked at.
  DARK,
  /// Dark on white.
  LIGHT,
  /// Like other windows of the system.
  SYSTEM;

  /// What stands for it in the preferences.
  String preference() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<ThemeChoice> named(String preference) {
    return Arrays.stream(values()).filter(t -> t.preference().equals(preference)).findFirst();
  }
}
