package org.voxdesk.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.voxdesk.text.Sentence;

/// One row of the data dictionary.
///
/// @param pattern the tag as eight hexadecimal digits, `x` where a repeating group or block varies
/// @param vrs the VRs allowed, the usual one first; empty for delimiters, which have none
/// @param vm the value multiplicity as printed: `1`, `1-n`, `2-2n`, …
/// @param keyword the keyword, such as `PatientName`; empty for private elements
/// @param name the name, such as `Patient's Name`
/// @param retired true where the standard has retired it
public record DictionaryEntry(
    String pattern, List<Vr> vrs, String vm, String keyword, String name, boolean retired) {
  public DictionaryEntry {
    vrs = List.copyOf(vrs);
  }

  static DictionaryEntry of(String[] row) {
    return new DictionaryEntry(
        row[0], vrs(row[1]), row[2], row[3], row[4], row.length > 5 && !row[5].isEmpty());
  }

  static List<Vr> vrs(String text) {
    return Arrays.stream(text.split(" or |_")).map(Vr::of).flatMap(Optional::stream).toList();
  }

  /// How many values the element may have.
  public Multiplicity multiplicity() {
    return Multiplicity.of(vm);
  }

  /// Why the element may not have this many values; empty where it may, or has none at all.
  public Optional<Sentence> violation(int values) {
    return multiplicity().allows(values)
        ? Optional.empty()
        : Optional.of(Sentence.of("vr.count", values, vm));
  }

  /// True when one element, not a repeating group, is meant.
  public boolean isSingle() {
    return pattern.indexOf('x') < 0;
  }

  /// The tag, with 0 for each `x`.
  public Tag tag() {
    return new Tag(Integer.parseUnsignedInt(pattern.replace('x', '0'), 16));
  }
}
