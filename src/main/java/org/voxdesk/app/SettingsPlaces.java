package org.voxdesk.app;

import java.nio.file.Path;
import java.util.Optional;
import org.voxdesk.app.prefs.ConfigDirectory;

/// Where the program keeps what is its own, never beside the user's images.
///
/// @param preferences the file of preferences
/// @param sample the folder of the embedded sample study, once it has been asked for
/// @param journals the folder of the journals of unsaved edits
/// @param measurements the folder of what was measured in images whose own folder is read-only
/// @param nodules the same of nodules; empty where nodules are kept nowhere, not even beside
///   images, as in the demo, which begins with none and leaves none
record SettingsPlaces(
    Path preferences, Path sample, Path journals, Path measurements, Optional<Path> nodules) {
  /// The usual places of this user.
  static SettingsPlaces ofThisUser() {
    String os = System.getProperty("os.name");
    Path home = Path.of(System.getProperty("user.home"));
    return new SettingsPlaces(
        ConfigDirectory.of(os, home, System.getenv()).resolve("preferences.properties"),
        ConfigDirectory.cache(os, home, System.getenv()).resolve("sample"),
        ConfigDirectory.of(os, home, System.getenv()).resolve("journal"),
        ConfigDirectory.of(os, home, System.getenv()).resolve("measurements"),
        Optional.of(ConfigDirectory.of(os, home, System.getenv()).resolve("nodules")));
  }
}
