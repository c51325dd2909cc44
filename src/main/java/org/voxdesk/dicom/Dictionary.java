package org.voxdesk.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The data elements of PS3.6: what a tag is called and which VR and multiplicity it has.
public final class Dictionary {
  private static final Dictionary STANDARD = new Dictionary();

  private final List<DictionaryEntry> entries = new ArrayList<>();
  private final Map<Tag, DictionaryEntry> single = new HashMap<>();
  private final Map<String, DictionaryEntry> byKeyword = new HashMap<>();

  /// Repeating groups by their element number and what part of the tag is fixed.
  private final List<Repeating> repeating = new ArrayList<>();

  private record Repeating(int mask, int fixed, DictionaryEntry entry) {}

  private Dictionary() {
    for (String[] row : DictionaryTable.rows("data-elements.tsv")) {
      var entry = DictionaryEntry.of(row);
      entries.add(entry);
      if (!entry.keyword().isEmpty()) {
        byKeyword.putIfAbsent(entry.keyword().toLowerCase(Locale.ROOT), entry);
      }
      if (entry.isSingle()) {
        single.put(entry.tag(), entry);
      } else {
        int mask = 0;
        for (int digit = 0; digit < 8; digit++) {
          mask = (mask << 4) | (row[0].charAt(digit) == 'x' ? 0 : 0xF);
        }
        repeating.add(new Repeating(mask, entry.tag().value(), entry));
      }
    }
  }

  /// The dictionary of the standard.
  public static Dictionary standard() {
    return STANDARD;
  }

  /// Every row, in the order of the standard.
  public List<DictionaryEntry> entries() {
    return List.copyOf(entries);
  }

  /// The row for a tag, repeating groups (50xx, 60xx) included; empty for private and unknown tags.
  public Optional<DictionaryEntry> entry(Tag tag) {
    var found = single.get(tag);
    if (found != null) {
      return Optional.of(found);
    }
    return repeating.stream()
        .filter(r -> (tag.value() & r.mask) == r.fixed && !tag.isPrivate())
        .map(Repeating::entry)
        .findFirst();
  }

  /// The row with this keyword, letter case ignored.
  public Optional<DictionaryEntry> entry(String keyword) {
    return Optional.ofNullable(byKeyword.get(keyword.strip().toLowerCase(Locale.ROOT)));
  }

  /// A tag written in any way a person writes one: `(0010,0010)`, `00100010` or `PatientName`.
  public Optional<Tag> tag(String text) {
    return Tag.parse(text)
        .or(() -> entry(text).filter(DictionaryEntry::isSingle).map(DictionaryEntry::tag));
  }

  /// The usual VR of a tag by the standard alone; UN when the standard does not know it.
  public Vr vr(Tag tag) {
    if (tag.isGroupLength()) {
      return Vr.UL;
    }
    if (tag.isPrivateCreator()) {
      return Vr.LO;
    }
    return entry(tag).flatMap(e -> e.vrs().stream().findFirst()).orElse(Vr.UN);
  }

  /// The keyword of a tag; empty when it has none.
  public String keyword(Tag tag) {
    if (tag.isGroupLength() && entry(tag).isEmpty()) {
      return "GenericGroupLength";
    }
    if (tag.isPrivateCreator()) {
      return "PrivateCreator";
    }
    return entry(tag).map(DictionaryEntry::keyword).orElse("");
  }
}
