package org.voxdesk.app.editor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;
import org.voxdesk.text.Sentence;

/// What is wrong with values that are being typed, and whether they could be stored all the same.
///
/// @param values what has been typed; a single empty one stands for none
record ValueCheck(ElementToEdit element, List<String> values) {
  /// A byte that its character set does not allow, as it is shown; it counts as one character.
  static final Pattern ESCAPE = Pattern.compile("\\\\x[0-9A-F]{2}");

  /// What is wrong with each of the values.
  List<Optional<Sentence>> each() {
    return values.stream().map(this::violation).toList();
  }

  private Optional<Sentence> violation(String value) {
    Vr vr = element.vr();
    // Between others an empty number cannot be told from none (PS3.5 6.4).
    if (value.isEmpty() && values.size() > 1 && vr.kind() == Vr.Kind.NUMBER) {
      return Optional.of(Sentence.of("vr.number"));
    }
    return VrRules.violation(
        vr, vr.kind() == Vr.Kind.LOCAL_TEXT ? ESCAPE.matcher(value).replaceAll("?") : value);
  }

  /// The first thing that is wrong: what keeps the values from being stored, else a violation of VR
  /// or VM, else characters that the character set lacks.
  Optional<Sentence> problem() {
    return unencodable().filter(why -> !fitsUtf8()).or(this::firstViolation).or(this::unencodable);
  }

  /// Whether VR or VM do not allow the values.
  boolean isViolation() {
    return firstViolation().isPresent();
  }

  /// Whether there are bytes for the values: numbers that fit, characters that can be encoded.
  boolean isStorable() {
    return element.vr().kind() == Vr.Kind.NUMBER
        ? each().stream().allMatch(Optional::isEmpty)
        : unencodable().isEmpty() || fitsUtf8();
  }

  /// Whether the values can be stored in ISO_IR 192 only.
  boolean needsUtf8() {
    return unencodable().isPresent() && fitsUtf8();
  }

  private Optional<Sentence> firstViolation() {
    int count = values.size() == 1 && values.getFirst().isEmpty() ? 0 : values.size();
    return each().stream()
        .filter(Optional::isPresent)
        .findFirst()
        .orElseGet(() -> element.entry().flatMap(entry -> entry.violation(count)));
  }

  private Optional<Sentence> unencodable() {
    CharacterSet set = element.characterSet();
    return !element.vr().isText() || set.encode(text()).isPresent()
        ? Optional.empty()
        : Optional.of(
            Sentence.of(
                set.equals(CharacterSet.UTF_8) || !fitsUtf8()
                    ? "value.not.in.character.set"
                    : "value.reencode.first",
                element.tag(),
                Objects.toString(set)));
  }

  private boolean fitsUtf8() {
    return element.vr().kind() == Vr.Kind.LOCAL_TEXT
        && CharacterSet.UTF_8.encode(text()).isPresent();
  }

  private String text() {
    return String.join("\\", values);
  }
}
