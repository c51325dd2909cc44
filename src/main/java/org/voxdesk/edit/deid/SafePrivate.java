package org.voxdesk.edit.deid;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DictionaryTable;
import org.voxdesk.dicom.Tag;

/// Which private elements do not identify: those of PS3.15 Table E.3.10-1, and those of which the
/// data set itself says so in Private Data Element Characteristics Sequence (PS3.3 C.12.1.1.7).
final class SafePrivate {
  private static final Tag CHARACTERISTICS = Tag.of(0x0008, 0x0300);
  private static final Tag GROUP_REFERENCE = Tag.of(0x0008, 0x0301);
  private static final Tag CREATOR_REFERENCE = Tag.of(0x0008, 0x0302);
  private static final Tag STATUS = Tag.of(0x0008, 0x0303);
  private static final Tag NONIDENTIFYING = Tag.of(0x0008, 0x0304);

  /// Creator to `ggggee` of its elements.
  private static final Map<String, Set<Integer>> LISTED = read();

  private final Set<Block> safeBlocks = new HashSet<>();
  private final Map<Block, Set<Integer>> safeElements = new HashMap<>();

  private record Block(int group, String creator) {}

  /// @param root the data set with the sequence, whose items are about its items too
  SafePrivate(DataSet root) {
    for (DataSet item : root.items(CHARACTERISTICS)) {
      OptionalInt group = item.integer(GROUP_REFERENCE);
      String creator = item.text(CREATOR_REFERENCE).orElse("").strip();
      if (group.isEmpty() || creator.isEmpty()) {
        continue;
      }
      var block = new Block(group.getAsInt(), creator);
      switch (item.text(STATUS).orElse("")) {
        case "SAFE" -> safeBlocks.add(block);
        case "MIXED" -> {
          Set<Integer> safe = safeElements.computeIfAbsent(block, b -> new HashSet<>());
          for (double number : item.numbers(NONIDENTIFYING)) {
            safe.add((int) number & 0xFF);
          }
        }
        default -> {
          // What is UNSAFE, or not said to be anything, goes.
        }
      }
    }
  }

  private static Map<String, Set<Integer>> read() {
    var listed = new HashMap<String, Set<Integer>>();
    for (String[] row : DictionaryTable.rows(SafePrivate.class, "safe-private.tsv")) {
      int group = Integer.parseInt(row[1].substring(0, 4), 16);
      int element = Integer.parseInt(row[1].substring(6), 16);
      listed
          .computeIfAbsent(row[0].toLowerCase(Locale.ROOT), c -> new HashSet<>())
          .add((group << 8) | element);
    }
    return listed;
  }

  /// How many attributes the packed table has.
  static List<String> listed() {
    return LISTED.entrySet().stream()
        .flatMap(e -> e.getValue().stream().map(tag -> e.getKey() + " " + Integer.toHexString(tag)))
        .sorted()
        .toList();
  }

  /// Whether the element, no creator, may stay.
  boolean isSafe(DataSet holder, Tag tag) {
    String creator = holder.privateCreator(tag).orElse("").strip();
    if (creator.isEmpty()) {
      return false;
    }
    var block = new Block(tag.group(), creator);
    int low = tag.element() & 0xFF;
    return LISTED
            .getOrDefault(creator.toLowerCase(Locale.ROOT), Set.of())
            .contains((tag.group() << 8) | low)
        || safeBlocks.contains(block)
        || safeElements.getOrDefault(block, Set.of()).contains(low);
  }
}
