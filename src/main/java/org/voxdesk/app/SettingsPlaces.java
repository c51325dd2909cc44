package org.voxdesk.app;

import java.nio.file.Path;
import java.util.Optional;
import org.voxdesk.app.prefs.UserFolders;

/// Where the program keeps what is its own, never beside the user's images.
///
/// @param preferences the file of preferences
/// @param sample the folder of the embedded sample study, once it has been asked for
/// @param journals the folder of the journals of unsaved edits
/// @param measurements the folder of what was measured in images whose own folder is read-only
/// @param nodules the same of nodules; empty where nodules are kept nowhere, not even beside
///   images, as in the demo, which begins with none and leaves none
/// @param logs the folder of the log
record SettingsPlaces(
    Path preferences,
    Path sample,
    Path journals,
    Path measurements,
    Optional<Path> nodules,
    Path logs) {
  /// The usual places of this user.
  static SettingsPlaces ofThisUser() {
    return in(
        UserFolders.of(
            System.getProperty("os.name"),
            Path.of(System.getProperty("user.home")),
            System.getenv()));
  }

  /// The places in the folders that a system keeps for programs.
  static SettingsPlaces in(UserFolders folders) {
    return new SettingsPlaces(
        folders.config().resolve("preferences.properties"),
        folders.cache().resolve("sample"),
        folders.state().resolve("journal"),
        folders.data().resolve("measurements"),
        Optional.of(folders.data().resolve("nodules")),
        folders.logs());
  }

  /// Places below one folder, for a run that leaves no trace of itself.
  static SettingsPlaces apartIn(Path folder) {
    return new SettingsPlaces(
        folder.resolve("preferences.properties"),
        folder.resolve("sample"),
        folder.resolve("journal"),
        folder.resolve("measurements"),
        Optional.empty(),
        folder.resolve("log"));
  }
}
