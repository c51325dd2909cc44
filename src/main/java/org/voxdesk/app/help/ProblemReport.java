package org.voxdesk.app.help;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.voxdesk.app.log.LogFile;
import org.voxdesk.app.prefs.Preferences;

/// A problem as one text for whoever mends the program: versions, machine, settings, log. Holds no
/// path and nothing out of data; in English, as the log is.
final class ProblemReport {
  private static final int LOG_LINES = 400;
  private static final long MEGABYTE = 1 << 20;

  /// Settings that can only hold numbers, keys and names of the program's own. Folders, file names
  /// and patterns, which the user writes, are not among them.
  private static final List<String> HARMLESS =
      List.of("language", "theme", "window.", "viewer.", "measure.kind", "save.backup", "key.");

  /// The names that users give to their windows.
  private static final String NAMED = "viewer.presets.";

  private ProblemReport() {}

  /// The report of a program that keeps its log in `logs`.
  static String text(Preferences preferences, Path logs) {
    List<String> lines = new ArrayList<>();
    lines.add("Versions");
    Versions.all().forEach((name, version) -> lines.add("  " + name + ": " + version));
    Runtime runtime = Runtime.getRuntime();
    lines.add("  processors: " + runtime.availableProcessors());
    lines.add(
        "  heap: %d of %d MB"
            .formatted(
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                runtime.maxMemory() / MEGABYTE));
    lines.add("");
    lines.add("Settings");
    settings(preferences).forEach((name, value) -> lines.add("  " + name + ": " + value));
    lines.add("");
    lines.add("Log");
    log(logs).forEach(line -> lines.add("  " + line));
    return String.join("\n", lines) + "\n";
  }

  private static Map<String, String> settings(Preferences preferences) {
    Map<String, String> shown = new TreeMap<>(preferences.all());
    shown
        .keySet()
        .removeIf(name -> name.startsWith(NAMED) || HARMLESS.stream().noneMatch(name::startsWith));
    return shown;
  }

  private static List<String> log(Path logs) {
    try {
      return LogFile.last(logs, LOG_LINES);
    } catch (IOException e) {
      return List.of("cannot be read: " + e.getClass().getName());
    }
  }
}
