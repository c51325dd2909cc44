package org.voxdesk.io;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// The files that Voxdesk keeps beside images, which are no images themselves. All are called
/// `voxdesk-….json`.
public final class Sidecar {
  /// What was measured in the series of a folder.
  public static final String MEASUREMENTS = "voxdesk-measurements.json";

  /// The nodules that were marked in the series of a folder.
  public static final String NODULES = "voxdesk-nodules.json";

  private static final Pattern NAME =
      Pattern.compile("voxdesk-(measurements|nodules)(-damaged-\\d+)?\\.json");

  private Sidecar() {}

  /// Whether a file has the name of one of these.
  public static boolean isOne(Path file) {
    return NAME.matcher(String.valueOf(file.getFileName())).matches();
  }

  /// A name beside `file`, not taken yet, for what is damaged in it to be kept under.
  public static Path aside(Path file) {
    String name = String.valueOf(file.getFileName()).replace(".json", "");
    int number = 1;
    while (file.resolveSibling(name + "-damaged-" + number + ".json").toFile().exists()) {
      number++;
    }
    return file.resolveSibling(name + "-damaged-" + number + ".json");
  }
}
