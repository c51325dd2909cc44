package org.voxdesk.app.editor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DictionaryEntry;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;
import org.voxdesk.text.Sentence;

/// What is wrong with values that are being typed, and whether they could be stored all the same.
///
/// @param entry the dictionary's row, if there is one
/// @param characterSet what text of the VR is encoded in
/// @param values what has been typed; a single empty one stands for none
public record ValueCheck(
    Tag tag,
    Vr vr,
    Optional<DictionaryEntry> entry,
    CharacterSet characterSet,
    List<String> values) {
  /// A backslash, unless it begins the escape of a byte.
  private static final String SEPARATOR = "\\\\(?!x[0-9A-F]{2})";

  /// A byte that its character set does not allow, as it is shown; it counts as one character.
  static final Pattern ESCAPE = Pattern.compile("\\\\x[0-9A-F]{2}");

  public ValueCheck {
    values = List.copyOf(values);
  }

  /// A check of what has been typed for an element of `holder`, values separated by backslashes.
  public static ValueCheck of(DataSet holder, Tag tag, Vr vr, String typed) {
    return new ValueCheck(
        tag,
        vr,
        holder.entry(tag),
        vr.kind() == Vr.Kind.LOCAL_TEXT ? holder.characterSet() : CharacterSet.DEFAULT,
        split(vr, typed));
  }

  /// The values in `text`.
  static List<String> split(Vr vr, String text) {
    return vr.allowsMultiple() ? List.of(text.split(SEPARATOR, -1)) : List.of(text);
  }

  /// The first thing that is wrong, as [#problem()], with the number of the value where there are
  /// several.
  public Optional<String> explained(Services services) {
    Optional<Sentence> wrong = problem();
    int at = wrong.isPresent() ? each().indexOf(wrong) : -1;
    return wrong
        .map(services::reason)
        .map(
            why ->
                at >= 0 && values.size() > 1 ? services.text("editor.problem", at + 1, why) : why);
  }

  /// What is wrong with each of the values.
  List<Optional<Sentence>> each() {
    return values.stream().map(this::violation).toList();
  }

  private Optional<Sentence> violation(String value) {
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

  /// Whether they break a rule, but have bytes in the character set there is.
  public boolean isOverridable() {
    return isViolation() && isStorable() && !needsUtf8();
  }

  /// Whether nothing is wrong but that they can be stored in ISO_IR 192 only.
  public boolean needsNothingButUtf8() {
    return needsUtf8() && !isViolation();
  }

  /// Whether there are bytes for the values: numbers that fit, characters that can be encoded.
  boolean isStorable() {
    return !vr.isText()
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
        .orElseGet(() -> entry.flatMap(entry -> entry.violation(count)));
  }

  private Optional<Sentence> unencodable() {
    return !vr.isText() || characterSet.encode(text(), vr).isPresent()
        ? Optional.empty()
        : Optional.of(
            Sentence.of(
                characterSet.equals(CharacterSet.UTF_8) || !fitsUtf8()
                    ? "value.not.in.character.set"
                    : "value.reencode.first",
                tag,
                Objects.toString(characterSet)));
  }

  private boolean fitsUtf8() {
    return vr.kind() == Vr.Kind.LOCAL_TEXT && CharacterSet.UTF_8.encode(text(), vr).isPresent();
  }

  private String text() {
    return String.join("\\", values);
  }
}
