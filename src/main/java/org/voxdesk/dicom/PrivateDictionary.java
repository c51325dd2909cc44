package org.voxdesk.dicom;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The private elements that vendors have published, by creator, group and the element's low byte.
public final class PrivateDictionary {
  private final Map<String, Map<String, DictionaryEntry>> byCreator = new HashMap<>();

  private PrivateDictionary() {
    for (String[] row : DictionaryTable.rows("private-elements.tsv")) {
      var entry =
          new DictionaryEntry(row[1], DictionaryEntry.vrs(row[2]), row[3], "", row[4], false);
      byCreator.computeIfAbsent(row[0], c -> new HashMap<>()).put(key(row[1]), entry);
    }
  }

  /// The block is the data set's affair: some rows print it as 00 instead of xx.
  private static String key(String pattern) {
    return pattern.startsWith("00", 4)
        ? pattern.substring(0, 4) + "xx" + pattern.substring(6)
        : pattern;
  }

  /// The table packed with the program; read when first asked for.
  public static PrivateDictionary instance() {
    return Holder.INSTANCE;
  }

  /// The row for `tag` in the block that `creator` owns; empty when nobody has published it.
  public Optional<DictionaryEntry> entry(String creator, Tag tag) {
    var entries = byCreator.getOrDefault(creator.strip(), Map.of());
    String group = hex(tag.group(), 4);
    String low = hex(tag.element() & 0xFF, 2);
    return Stream.of(group + "xx" + low, group.substring(0, 2) + "xxxx" + low)
        .map(entries::get)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  private static String hex(int number, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "x", number);
  }

  private static final class Holder {
    static final PrivateDictionary INSTANCE = new PrivateDictionary();
  }
}
