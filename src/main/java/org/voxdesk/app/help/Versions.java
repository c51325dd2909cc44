package org.voxdesk.app.help;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.voxdesk.cli.Version;

/// What this program runs on, by name, in the order in which it is shown. The names are proper
/// names and the same in every language.
public final class Versions {
  private Versions() {}

  /// Names and versions.
  public static Map<String, String> all() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Voxdesk", Version.number());
    versions.put("Java", property("java.runtime.version") + ", " + property("java.vendor"));
    versions.put("JavaFX", property("javafx.runtime.version"));
    versions.put(property("os.name"), property("os.version") + ", " + property("os.arch"));
    return versions;
  }

  /// The same in one line.
  public static String line() {
    return all().entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
