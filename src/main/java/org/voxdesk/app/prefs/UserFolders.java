package org.voxdesk.app.prefs;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where this system keeps what belongs to programs: the XDG base directories on Linux, `Library`
/// on macOS, `AppData` on Windows. None of these folders need exist.
///
/// @param config what the user chose
/// @param data what the user made
/// @param state what one run leaves to the next
/// @param cache what can be made again
/// @param logs what went on
public record UserFolders(Path config, Path data, Path state, Path cache, Path logs) {
  /// The folders of the user whose home directory is `home`, or on Linux and macOS what the
  /// variable `HOME` says, as other programs have it.
  ///
  /// @param osName the system property `os.name`
  /// @param environment the environment variables
  public static UserFolders of(String osName, Path home, Map<String, String> environment) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return windows(home.resolve("AppData"), environment);
    }
    Path own = variable(environment, "HOME").filter(Path::isAbsolute).orElse(home);
    return os.startsWith("mac") ? mac(own.resolve("Library")) : xdg(own, environment);
  }

  /// Roaming profiles are copied over the network at every log-in: only choices and work go there.
  private static UserFolders windows(Path appData, Map<String, String> environment) {
    Path roaming =
        variable(environment, "APPDATA").orElse(appData.resolve("Roaming")).resolve("Voxdesk");
    Path local =
        variable(environment, "LOCALAPPDATA").orElse(appData.resolve("Local")).resolve("Voxdesk");
    return new UserFolders(roaming, roaming, local, local.resolve("Cache"), local.resolve("Logs"));
  }

  private static UserFolders mac(Path library) {
    Path support = library.resolve("Application Support").resolve("Voxdesk");
    return new UserFolders(
        support,
        support,
        support,
        library.resolve("Caches").resolve("Voxdesk"),
        library.resolve("Logs").resolve("Voxdesk"));
  }

  private static UserFolders xdg(Path home, Map<String, String> environment) {
    Path state = base(environment, "XDG_STATE_HOME", home.resolve(".local/state"));
    return new UserFolders(
        base(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        base(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
        state,
        base(environment, "XDG_CACHE_HOME", home.resolve(".cache")),
        state.resolve("log"));
  }

  private static Path base(Map<String, String> environment, String name, Path usual) {
    // The XDG specification says that a relative path here is to be ignored.
    return variable(environment, name).filter(Path::isAbsolute).orElse(usual).resolve("voxdesk");
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(s -> !s.isBlank()).map(Path::of);
  }
}
