package org.voxdesk.edit.deid;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.voxdesk.dicom.DictionaryTable;
import org.voxdesk.dicom.Tag;

/// The Basic Application Level Confidentiality Profile and its options: PS3.15 Table E.1-1.
public final class ConfidentialityProfile {
  private static final String PRIVATE = "ggggeeee";

  private final List<Row> rows = new ArrayList<>();
  private final Map<Tag, Row> single = new HashMap<>();
  private final List<Repeating> repeating = new ArrayList<>();

  /// What is done with one attribute.
  ///
  /// @param pattern the tag as eight hexadecimal digits, `x` for any; `ggggeeee` for private ones
  /// @param basic what the basic profile does
  /// @param options what options do instead
  public record Row(
      String pattern, ProfileAction basic, Map<ProfileOption, ProfileAction> options) {
    public Row {
      options = Map.copyOf(options);
    }

    /// Whether one of the options `chosen` does `action`.
    boolean has(ProfileAction action, Set<ProfileOption> chosen) {
      for (Map.Entry<ProfileOption, ProfileAction> option : options.entrySet()) {
        if (option.getValue() == action && chosen.contains(option.getKey())) {
          return true;
        }
      }
      return false;
    }
  }

  /// Free text of overlays that the table does not name: description and label say what the overlay
  /// of the table's data and comments shows.
  private static final List<Row> UNNAMED =
      Stream.of("60xx0022", "60xx1500")
          .map(
              pattern ->
                  new Row(
                      pattern,
                      ProfileAction.X,
                      Map.of(ProfileOption.CLEAN_DESCRIPTORS, ProfileAction.C)))
          .toList();

  private static final ConfidentialityProfile STANDARD = new ConfidentialityProfile();

  private record Repeating(int mask, int fixed, Row row) {}

  private ConfidentialityProfile() {
    for (String[] cells : DictionaryTable.rows(ConfidentialityProfile.class, "profile.tsv")) {
      var options = new EnumMap<ProfileOption, ProfileAction>(ProfileOption.class);
      int cell = 2;
      for (ProfileOption option : ProfileOption.values()) {
        ProfileAction.of(cells[cell++]).ifPresent(a -> options.put(option, a));
      }
      var row = new Row(cells[0], ProfileAction.of(cells[1]).orElseThrow(), options);
      rows.add(row);
      if (cells[0].indexOf('x') >= 0) {
        repeating.add(repeating(row));
      } else if (!cells[0].equals(PRIVATE)) {
        single.put(Tag.parse(cells[0]).orElseThrow(), row);
      }
    }
    UNNAMED.forEach(row -> repeating.add(repeating(row)));
  }

  private static Repeating repeating(Row row) {
    int mask = 0;
    for (int digit = 0; digit < 8; digit++) {
      mask = (mask << 4) | (row.pattern().charAt(digit) == 'x' ? 0 : 0xF);
    }
    return new Repeating(mask, Integer.parseUnsignedInt(row.pattern().replace('x', '0'), 16), row);
  }

  /// The table packed with the program.
  public static ConfidentialityProfile standard() {
    return STANDARD;
  }

  /// Every row of the table.
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /// The row of an attribute that is not private; empty where the table has none.
  public Optional<Row> row(Tag tag) {
    Optional<Row> found = Optional.ofNullable(single.get(tag));
    return found.isPresent() || (tag.group() & 0xFF00) < 0x5000
        ? found
        : repeating.stream()
            .filter(r -> (tag.value() & r.mask) == r.fixed)
            .map(Repeating::row)
            .findFirst();
  }
}
