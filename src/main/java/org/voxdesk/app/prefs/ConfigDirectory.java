package org.voxdesk.app.prefs;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this system keeps what belongs to programs: the XDG base directories on Linux, `Library`
/// on macOS, `AppData` on Windows.
public final class ConfigDirectory {
  private ConfigDirectory() {}

  /// The directory for Voxdesk's settings; it need not exist.
  ///
  /// @param osName the system property `os.name`
  /// @param home the user's home directory
  /// @param environment the environment variables
  public static Path of(String osName, Path home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return variable(environment, "APPDATA")
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("Voxdesk");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Voxdesk");
    }
    // The XDG specification says that a relative path here is to be ignored.
    return variable(environment, "XDG_CONFIG_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".config"))
        .resolve("voxdesk");
  }

  /// The directory for files that can be made again; it need not exist. Parameters as in [#of].
  public static Path cache(String osName, Path home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return variable(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Voxdesk");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve("Voxdesk");
    }
    return variable(environment, "XDG_CACHE_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".cache"))
        .resolve("voxdesk");
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(s -> !s.isBlank()).map(Path::of);
  }
}
