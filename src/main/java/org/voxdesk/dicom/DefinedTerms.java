package org.voxdesk.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Defined terms and enumerated values of code strings (PS3.3, PS3.16 Annex L; the sections are
/// named in the table).
///
/// Enumerated values are all there can be; defined terms may be extended (PS3.5 6.3).
public final class DefinedTerms {
  private static final Map<Tag, Map<Integer, List<Term>>> TERMS = new HashMap<>();
  private static final Set<Tag> ENUMERATED = new HashSet<>();

  /// Where terms are those of every value of the attribute.
  private static final int EVERY = 0;

  /// One value a code string may have, and what it means in a few English words.
  public record Term(String value, String meaning) {}

  static {
    for (String[] row : DictionaryTable.rows("defined-terms.tsv")) {
      Tag tag = new Tag(Integer.parseUnsignedInt(row[0], 16));
      int position = row[1].isEmpty() ? EVERY : Integer.parseInt(row[1]);
      TERMS
          .computeIfAbsent(tag, t -> new HashMap<>())
          .computeIfAbsent(position, p -> new ArrayList<>())
          .add(new Term(row[3], row[4]));
      if (row[2].equals("enumerated")) {
        ENUMERATED.add(tag);
      }
    }
  }

  private DefinedTerms() {}

  /// The attributes there are terms for.
  public static Set<Tag> tags() {
    return Set.copyOf(TERMS.keySet());
  }

  /// The terms of an attribute, those of each of its values one after the other; none when the
  /// table has none.
  public static List<Term> of(Tag tag) {
    return TERMS.getOrDefault(tag, Map.of()).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> entry.getValue().stream())
        .distinct()
        .toList();
  }

  /// The terms of one value of an attribute, counted from 1.
  public static List<Term> of(Tag tag, int position) {
    Map<Integer, List<Term>> terms = TERMS.getOrDefault(tag, Map.of());
    return List.copyOf(terms.getOrDefault(position, terms.getOrDefault(EVERY, List.of())));
  }

  /// True where no values but those of the table are allowed.
  public static boolean isEnumerated(Tag tag) {
    return ENUMERATED.contains(tag);
  }
}
