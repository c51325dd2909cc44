package org.voxdesk.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voxdesk.text.Sentence;

/// Whether this machine can show a window, asked before JavaFX starts, because JavaFX cannot be
/// started a second time after it has failed.
final class Display {
  private static final String GTK = "libgtk-3.so.0";

  private Display() {}

  /// Why no window can be shown here; empty if one can.
  ///
  /// @param osName the system property `os.name`
  /// @param root the root of the file system, `/`
  /// @param environment the environment variables
  static Optional<Sentence> missing(String osName, Path root, Map<String, String> environment) {
    if (!osName.toLowerCase(Locale.ROOT).startsWith("linux")) {
      return Optional.empty();
    }
    // JavaFX speaks X11; a Wayland session offers it through Xwayland and sets DISPLAY as well.
    if (environment.getOrDefault("DISPLAY", "").isBlank()) {
      return Optional.of(Sentence.of("display.none"));
    }
    return hasGtk(root, environment)
        ? Optional.empty()
        : Optional.of(Sentence.of("display.no.gtk", GTK));
  }

  /// Looks where the dynamic linker looks: the library path, its cache, the usual folders.
  private static boolean hasGtk(Path root, Map<String, String> environment) {
    Stream<Path> named =
        Arrays.stream(environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
            .filter(s -> !s.isBlank())
            .map(Path::of);
    Stream<Path> usual =
        Stream.of("lib", "lib64", "usr/lib", "usr/lib64", "usr/local/lib").map(root::resolve);
    if (Stream.concat(named, usual).anyMatch(folder -> Files.exists(folder.resolve(GTK)))) {
      return true;
    }
    return isInCache(root.resolve("etc/ld.so.cache")) || isInSomeArchitecture(root);
  }

  private static boolean isInCache(Path cache) {
    try {
      // The cache is a table followed by the libraries' names as plain text.
      return Files.isReadable(cache)
          && new String(Files.readAllBytes(cache), StandardCharsets.ISO_8859_1).contains(GTK);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isInSomeArchitecture(Path root) {
    try (Stream<Path> folders = Files.list(root.resolve("usr/lib"))) {
      List<Path> found = folders.filter(f -> Files.exists(f.resolve(GTK))).toList();
      return !found.isEmpty();
    } catch (IOException unreadable) {
      return false;
    }
  }
}
