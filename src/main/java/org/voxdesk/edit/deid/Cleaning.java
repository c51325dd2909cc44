package org.voxdesk.edit.deid;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;

/// The action C of the options that have it: dates are moved, texts lose what identifies in them.
/// Of what can be neither, application entity titles among it, nothing is cleaned.
final class Cleaning {
  private final ProfileOptions options;
  private final DateShift shift;
  private final Optional<IdentifyingWords> words;

  Cleaning(ProfileOptions options, Pseudonyms pseudonyms, DataSet root) {
    this.options = options;
    this.shift =
        new DateShift(
            options
                .shiftDays()
                .orElseGet(() -> pseudonyms.days(root.text(Tag.PATIENT_ID).orElse(""))));
    this.words =
        options.has(ProfileOption.CLEAN_DESCRIPTORS)
                || options.has(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS)
            ? Optional.of(IdentifyingWords.of(root))
            : Optional.empty();
  }

  /// Whether people write what they like in values of this VR.
  static boolean isFreeText(Vr vr) {
    return switch (vr) {
      case LO, LT, SH, ST, UC, UT -> true;
      default -> false;
    };
  }

  /// The element cleaned, equal to itself where it was clean; empty where it cannot be cleaned.
  ///
  /// @param row empty for an element that is cleaned because its sequence is
  Optional<DataElement> cleaned(
      Optional<ConfidentialityProfile.Row> row,
      DataElement element,
      CharacterSet set,
      ByteOrder order) {
    if (!(element.value() instanceof Value.Bytes(byte[] bytes))
        || !set.canDecode(bytes, element.vr())) {
      return Optional.empty();
    }
    if (row.isEmpty()
        || isCleanedBy(row.get(), ProfileOption.CLEAN_DESCRIPTORS)
        || isCleanedBy(row.get(), ProfileOption.RETAIN_PATIENT_CHARACTERISTICS)) {
      return isFreeText(element.vr()) ? text(element, set, order) : Optional.empty();
    }
    return isCleanedBy(row.get(), ProfileOption.RETAIN_MODIFIED_DATES)
        ? date(element, set, order)
        : Optional.empty();
  }

  private boolean isCleanedBy(ConfidentialityProfile.Row row, ProfileOption option) {
    return options.has(option)
        && row.options().getOrDefault(option, ProfileAction.K) == ProfileAction.C;
  }

  private Optional<DataElement> text(DataElement element, CharacterSet set, ByteOrder order) {
    List<String> values = ValueText.values(element, set);
    List<String> cleaned = words.map(w -> w.cleaned(element.vr(), values)).orElse(List.of());
    if (cleaned.equals(values)) {
      return Optional.of(element);
    }
    return cleaned.stream().allMatch(String::isBlank)
        ? Optional.empty()
        : Dummy.text(element.tag(), element.vr(), String.join("\\", cleaned), set, order);
  }

  private Optional<DataElement> date(DataElement element, CharacterSet set, ByteOrder order) {
    return switch (element.vr()) {
      case TM, SH -> Optional.of(element);
      case DA, DT -> {
        var shifted = new ArrayList<String>();
        for (String value : ValueText.values(element, set)) {
          Optional<String> moved = shift.shifted(element.vr(), value);
          if (moved.isEmpty()) {
            yield Optional.empty();
          }
          shifted.add(moved.get());
        }
        yield Dummy.stored(element, String.join("\\", shifted), set, order);
      }
      default -> Optional.empty();
    };
  }
}
