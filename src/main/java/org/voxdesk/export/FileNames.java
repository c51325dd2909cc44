package org.voxdesk.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of files and folders that every file system takes.
public final class FileNames {
  /// What stands where there is nothing to say.
  static final String UNKNOWN = "unknown";

  private static final int MOST_CHARACTERS = 120;
  private static final int MOST_BYTES = 240;
  private static final int LONGEST_ENDING = 12;

  /// What Windows forbids, separators of folders among it, what cannot be seen, and `^`, which
  /// shells take for an operator.
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*^]");

  /// Names of devices of Windows, whatever ending they have.
  private static final Pattern RESERVED =
      Pattern.compile("(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\\s*(?:\\..*)?)$");

  private FileNames() {}

  /// `name` as the name of one file or folder: forbidden characters become `_`, spaces at both ends
  /// and full stops at the end go, a reserved name gets a `_`, and what is longer than 120
  /// characters or 240 bytes is cut before its ending.
  static String sanitised(String name) {
    String free =
        FORBIDDEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("_");
    String trimmed = trimmed(free);
    if (trimmed.isEmpty()) {
      return UNKNOWN;
    }
    return shortened(RESERVED.matcher(trimmed).replaceFirst("$1_$2"), "");
  }

  private static String trimmed(String name) {
    return name.strip().replaceAll("[. ]+$", "");
  }

  /// `name` with `suffix` before its ending, cut to fit.
  private static String shortened(String name, String suffix) {
    int dot = name.lastIndexOf('.');
    boolean ends = dot > 0 && name.length() - dot <= LONGEST_ENDING;
    String ending = suffix + (ends ? name.substring(dot) : "");
    int[] characters = (ends ? name.substring(0, dot) : name).codePoints().toArray();
    int count = characters.length;
    String fitting = new String(characters, 0, count) + ending;
    while (count > 1
        && (fitting.codePointCount(0, fitting.length()) > MOST_CHARACTERS
            || fitting.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES)) {
      count--;
      fitting = trimmed(new String(characters, 0, count)) + ending;
    }
    return fitting;
  }

  /// The same paths, in the same order, no two alike in any letter case: of those that are, the
  /// second gets a `_2` before the ending of its last part, and so on.
  ///
  /// @param paths with `/` between their parts
  public static List<String> apart(List<String> paths) {
    Set<String> taken = new HashSet<>();
    List<String> apart = new ArrayList<>();
    for (String path : paths) {
      int slash = path.lastIndexOf('/') + 1;
      String free = path;
      for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
        free = path.substring(0, slash) + shortened(path.substring(slash), "_" + number);
      }
      apart.add(free);
    }
    return apart;
  }
}
