package org.voxdesk.dicom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The units that PS3.3 gives to numeric attributes.
public final class Units {
  private static final Map<Tag, String> UNITS = new HashMap<>();

  static {
    for (String[] row : DictionaryTable.rows("units.tsv")) {
      UNITS.put(new Tag(Integer.parseUnsignedInt(row[0], 16)), row[1]);
    }
  }

  private Units() {}

  /// The attributes whose unit is known.
  public static Set<Tag> tags() {
    return Set.copyOf(UNITS.keySet());
  }

  /// The unit of an attribute as it is written beside a number, such as `mm`; empty where it has
  /// none, or another attribute says it.
  public static Optional<String> of(Tag tag) {
    return Optional.ofNullable(UNITS.get(tag));
  }
}
