package org.voxdesk.app.editor;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.voxdesk.dicom.DefinedTerms;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Uids;

/// The values somebody may mean who has typed a few letters: terms of a code string, registered
/// UIDs, tags by their keyword.
final class Suggestions {
  private static final int MOST = 60;

  private Suggestions() {}

  /// Every value that is known for the value at `position`, counted from 1.
  static List<Suggestion> all(ElementToEdit element, int position) {
    return known(element, position).limit(MOST).toList();
  }

  /// Those of them that `typed` is in, as a part of value or meaning; values that begin so first.
  static List<Suggestion> of(ElementToEdit element, int position, String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? List.of()
        : known(element, position)
            .filter(s -> lower(s.value()).contains(wanted) || lower(s.meaning()).contains(wanted))
            .sorted(Comparator.comparing(s -> !begins(s, wanted)))
            .limit(MOST)
            .toList();
  }

  private static boolean begins(Suggestion suggestion, String wanted) {
    return lower(suggestion.value()).startsWith(wanted)
        || lower(suggestion.meaning()).startsWith(wanted);
  }

  private static Stream<Suggestion> known(ElementToEdit element, int position) {
    return switch (Kind.of(element.vr())) {
      case TERM ->
          DefinedTerms.of(element.tag(), position).stream()
              .map(term -> new Suggestion(term.value(), term.meaning()));
      case LINE ->
          DefinedTerms.of(element.tag(), position).stream()
              .map(term -> new Suggestion(term.value(), term.meaning()));
      case UID -> uids(element).map(uid -> new Suggestion(uid, Uids.name(uid).orElse("")));
      case TAG ->
          Dictionary.standard().entries().stream()
              .filter(entry -> entry.isSingle() && !entry.keyword().isEmpty() && !entry.retired())
              .map(entry -> new Suggestion(entry.tag().toString(), entry.keyword()));
      case LINES, NUMBER, DATE_TIME, NAME, AGE, BYTES -> Stream.empty();
    };
  }

  /// The registered UIDs of the type that the attribute is for, by its keyword.
  private static Stream<String> uids(ElementToEdit element) {
    String keyword = element.entry().map(DictionaryEntry::keyword).orElse("");
    if (keyword.contains("SOPClass")) {
      return Uids.ofType("SOP Class");
    }
    return keyword.contains("TransferSyntax") ? Uids.ofType("Transfer Syntax") : Stream.empty();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
