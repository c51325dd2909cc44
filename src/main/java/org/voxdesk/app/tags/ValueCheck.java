package org.voxdesk.app.tags;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;
import org.voxdesk.text.Sentence;

/// Says while a value is being typed what is wrong with it.
///
/// @param services for the language
record ValueCheck(Services services) {
  /// Why `typed` cannot be a value of `tag` in this VR and character set; empty where it can.
  Optional<String> problem(Tag tag, Vr vr, String typed, CharacterSet set) {
    if (vr == Vr.SQ) {
      return Optional.of(services.text("tags.fixed.sequence"));
    }
    List<String> values = vr.allowsMultiple() ? List.of(typed.split("\\\\", -1)) : List.of(typed);
    for (int i = 0; i < values.size(); i++) {
      Optional<Sentence> violation = VrRules.violation(vr, values.get(i));
      if (violation.isPresent()) {
        return Optional.of(
            values.size() == 1
                ? services.reason(violation.get())
                : services.text("tags.problem.value", i + 1, services.reason(violation.get())));
      }
    }
    return refusal(tag, vr, typed, set, Checking.RULES).map(services::reason);
  }

  /// Whether nothing but characters that `set` lacks is wrong with `typed`, so that it could be a
  /// value in ISO_IR 192.
  boolean fitsUtf8Only(Tag tag, Vr vr, String typed, CharacterSet set) {
    return vr.kind() == Vr.Kind.LOCAL_TEXT
        && problem(tag, vr, typed, set).isPresent()
        && problem(tag, vr, typed, CharacterSet.UTF_8).isEmpty();
  }

  /// Whether `typed` breaks a rule, but could be stored all the same.
  boolean isStorable(Tag tag, Vr vr, String typed, CharacterSet set) {
    return vr != Vr.SQ
        && refusal(tag, vr, typed, set, Checking.RULES).isPresent()
        && refusal(tag, vr, typed, set, Checking.STORABLE).isEmpty();
  }

  private static Optional<Sentence> refusal(
      Tag tag, Vr vr, String typed, CharacterSet set, Checking checking) {
    try {
      ValueText.encode(tag, vr, typed, set, ByteOrder.LITTLE_ENDIAN, checking);
      return Optional.empty();
    } catch (DicomException e) {
      return Optional.of(e.sentence());
    }
  }
}
