package org.voxdesk.app.tags;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.voxdesk.app.editor.Suggestion;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;

/// Finds the elements of the standard that somebody may mean who has typed a few letters.
final class Completion {
  private static final int MOST = 15;

  private Completion() {}

  /// Keywords of entries, with their tags, whose keyword, name or tag contains `typed`: those that
  /// begin with it first, current ones before retired ones.
  static List<Suggestion> of(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    String digits = wanted.replaceAll("[(),]", "");
    if (wanted.isEmpty()) {
      return List.of();
    }
    return Dictionary.standard().entries().stream()
        .filter(entry -> entry.isSingle() && !entry.keyword().isEmpty())
        .filter(entry -> words(entry).anyMatch(w -> w.contains(wanted)) || isTag(entry, digits))
        .sorted(
            Comparator.comparing((DictionaryEntry entry) -> !begins(entry, wanted, digits))
                .thenComparing(DictionaryEntry::retired)
                .thenComparingInt(entry -> entry.keyword().length()))
        .limit(MOST)
        .map(entry -> new Suggestion(entry.keyword(), tag(entry)))
        .toList();
  }

  private static String tag(DictionaryEntry entry) {
    return entry.tag().toString().toUpperCase(Locale.ROOT);
  }

  private static boolean begins(DictionaryEntry entry, String wanted, String digits) {
    return words(entry).anyMatch(word -> word.startsWith(wanted)) || isTag(entry, digits);
  }

  private static boolean isTag(DictionaryEntry entry, String digits) {
    return !digits.isEmpty() && entry.pattern().toLowerCase(Locale.ROOT).startsWith(digits);
  }

  private static Stream<String> words(DictionaryEntry entry) {
    return Stream.of(
        entry.keyword().toLowerCase(Locale.ROOT), entry.name().toLowerCase(Locale.ROOT));
  }
}
