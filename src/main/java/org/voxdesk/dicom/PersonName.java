package org.voxdesk.dicom;

import java.util.Arrays;
import java.util.List;

/// A person's name in up to three scripts (PS3.5 6.2.1): three groups of five components.
///
/// @param alphabetic in letters, such as `Yamada^Tarou`
/// @param ideographic in ideographs, such as `山田^太郎`
/// @param phonetic in a phonetic script, such as `やまだ^たろう`
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {
  /// The name in one script; components that are absent are empty.
  public record Group(String family, String given, String middle, String prefix, String suffix) {
    static Group of(String text) {
      List<String> parts = parts(text, '^', 5);
      return new Group(parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }

    public boolean isEmpty() {
      return text().isEmpty();
    }

    /// The components joined by `^`, without `^` at the end.
    public String text() {
      return joined('^', family, given, middle, prefix, suffix);
    }
  }

  /// Reads a value of VR PN. What stands after the last component or group that there can be is
  /// left at the end of that one.
  public static PersonName of(String text) {
    List<String> groups = parts(text, '=', 3);
    return new PersonName(
        Group.of(groups.get(0)), Group.of(groups.get(1)), Group.of(groups.get(2)));
  }

  /// The value of VR PN, without delimiters at the end of a group or of the name.
  public String text() {
    return joined('=', alphabetic.text(), ideographic.text(), phonetic.text());
  }

  private static List<String> parts(String text, char delimiter, int count) {
    String[] given = text.split("\\" + delimiter, count);
    String[] parts = Arrays.copyOf(given, count);
    Arrays.fill(parts, given.length, count, "");
    return List.of(parts);
  }

  private static String joined(char delimiter, String... parts) {
    String text = String.join(String.valueOf(delimiter), parts);
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == delimiter) {
      end--;
    }
    return text.substring(0, end);
  }
}
