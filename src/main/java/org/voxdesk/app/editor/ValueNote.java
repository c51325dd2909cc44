package org.voxdesk.app.editor;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.DefinedTerms;
import org.voxdesk.dicom.Dictionary;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Units;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;

/// What is said below a field about what stands in it: the meaning of a term, the name of a UID or
/// tag, unit and range of a number, how many characters are left.
///
/// @param services for the language
record ValueNote(Services services, ElementToEdit element) {
  /// The note on `text`, the value at `position` counted from 1; empty where there is nothing to
  /// say.
  String of(String text, int position) {
    return switch (Kind.of(element.vr())) {
      case TERM -> term(text.strip(), position);
      case UID -> Uids.name(text.strip()).orElse("");
      case TAG -> tag(text);
      case NUMBER -> number();
      case LINE, LINES -> left(text);
      case DATE_TIME, NAME, AGE, BYTES -> "";
    };
  }

  private String term(String text, int position) {
    List<DefinedTerms.Term> terms = DefinedTerms.of(element.tag(), position);
    Optional<String> meaning =
        terms.stream()
            .filter(term -> term.value().equals(text))
            .map(DefinedTerms.Term::meaning)
            .findFirst();
    boolean foreign =
        !text.isEmpty() && !terms.isEmpty() && DefinedTerms.isEnumerated(element.tag());
    return meaning.orElseGet(() -> foreign ? services.text("editor.note.notEnumerated") : "");
  }

  private static String tag(String text) {
    return Dictionary.standard()
        .tag(text)
        .flatMap(tag -> Dictionary.standard().entry(tag))
        .map(DictionaryEntry::name)
        .orElse("");
  }

  private String number() {
    Optional<String> range = range(element.vr());
    Optional<String> unit = Units.of(element.tag());
    if (range.isPresent() && unit.isPresent()) {
      return services.text("editor.note.unitAndRange", unit.get(), range.get());
    }
    return unit.map(u -> services.text("editor.note.unit", u))
        .or(() -> range.map(r -> services.text("editor.note.range", r)))
        .orElse("");
  }

  private String left(String text) {
    OptionalInt most = VrRules.mostCharacters(element.vr());
    return most.isPresent()
        ? services.text(
            "editor.note.left",
            Integer.toString(most.getAsInt() - text.codePointCount(0, text.length())))
        : "";
  }

  private static Optional<String> range(Vr vr) {
    return switch (vr) {
      case US -> Optional.of("0 … 65535");
      case SS -> Optional.of("−32768 … 32767");
      case UL -> Optional.of("0 … 4294967295");
      case SL, IS -> Optional.of("−2147483648 … 2147483647");
      case UV -> Optional.of("0 … 2⁶⁴ − 1");
      case SV -> Optional.of("−2⁶³ … 2⁶³ − 1");
      case FL -> Optional.of("±3.4 × 10³⁸");
      case FD -> Optional.of("±1.8 × 10³⁰⁸");
      default -> Optional.empty();
    };
  }
}
