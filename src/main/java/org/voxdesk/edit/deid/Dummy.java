package org.voxdesk.edit.deid;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;

/// Values that say nothing and are what their VR allows.
final class Dummy {
  private static final String TEXT = "Anonymized";
  private static final Value NOTHING = new Value.Bytes(new byte[2]);

  /// Those which tell one patient or specimen from another also when nobody knows which.
  private static final Set<Tag> IDENTIFIERS =
      Set.of(
          Tag.PATIENT_ID,
          Tag.of(0x0012, 0x0040), // Clinical Trial Subject ID
          Tag.of(0x0012, 0x0042), // Clinical Trial Subject Reading ID
          Tag.of(0x0040, 0x0512), // Container Identifier
          Tag.of(0x0040, 0x0551)); // Specimen Identifier

  /// Where any text would be wrong.
  private static final Map<Tag, String> FITTING =
      Map.of(
          Tag.of(0x0008, 0x0102), "99ANON", // Coding Scheme Designator
          Tag.of(0x0042, 0x0015), "2"); // Encapsulated Document Length, of NOTHING

  private final Pseudonyms pseudonyms;

  Dummy(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /// Whether a pseudonym stands for values of this attribute.
  static boolean isIdentifier(Tag tag) {
    return IDENTIFIERS.contains(tag);
  }

  /// The element with a dummy value; empty where none can be made. Numbers become ones, for much
  /// that is counted or referred to begins with one.
  ///
  /// @param element no sequence
  /// @param set what its text is encoded in
  Optional<DataElement> of(DataElement element, CharacterSet set, ByteOrder order) {
    Vr vr = element.vr();
    Tag tag = element.tag();
    if (isIdentifier(tag) && vr.isText()) {
      List<String> ids = ValueText.values(element, set);
      return text(tag, vr, pseudonyms.identifier(String.join("\\", ids)), set, order);
    }
    if (FITTING.containsKey(tag)) {
      return text(tag, vr, FITTING.getOrDefault(tag, ""), set, order);
    }
    return switch (vr) {
      case AT, CS -> Optional.of(element);
      case UI -> uids(element, set, order);
      case AE, LO, LT, PN, SH, ST, UC, UT -> text(tag, vr, TEXT, set, order);
      case AS -> text(tag, vr, "000Y", set, order);
      case DA -> text(tag, vr, "19000101", set, order);
      case DT -> text(tag, vr, "19000101000000", set, order);
      case TM -> text(tag, vr, "000000", set, order);
      case UR -> text(tag, vr, "urn:anonymized", set, order);
      case DS, IS, FD, FL, SL, SS, SV, UL, US, UV -> ones(element, set, order);
      case OB, UN -> Optional.of(element.withValue(NOTHING));
      case OD, OF, OL, OV, OW ->
          Optional.of(element.withValue(new Value.Bytes(new byte[Math.max(2, vr.unit())])));
      case SQ -> Optional.empty();
    };
  }

  /// The element with other UIDs; well-known ones stay.
  Optional<DataElement> uids(DataElement element, CharacterSet set, ByteOrder order) {
    List<String> uids = ValueText.values(element, set);
    List<String> replaced = uids.stream().map(pseudonyms::uid).toList();
    return replaced.equals(uids)
        ? Optional.of(element)
        : text(element.tag(), Vr.UI, String.join("\\", replaced), set, order);
  }

  private static Optional<DataElement> ones(
      DataElement element, CharacterSet set, ByteOrder order) {
    int count = Math.max(1, ValueText.values(element, set).size());
    String ones = "1" + "\\1".repeat(count - 1);
    return text(element.tag(), element.vr(), ones, set, order);
  }

  /// The element with another value of its kind, which may be in a form that was allowed once.
  static Optional<DataElement> stored(
      DataElement element, String text, CharacterSet set, ByteOrder order) {
    try {
      byte[] bytes =
          ValueText.encode(element.tag(), element.vr(), text, set, order, Checking.STORABLE);
      return Optional.of(
          DataElement.of(element.tag(), element.vr(), order, new Value.Bytes(bytes)));
    } catch (DicomException e) {
      return Optional.empty();
    }
  }

  /// The element that holds `text`; empty where its VR or character set does not allow it.
  static Optional<DataElement> text(
      Tag tag, Vr vr, String text, CharacterSet set, ByteOrder order) {
    try {
      byte[] bytes = ValueText.encode(tag, vr, text, set, order);
      return Optional.of(DataElement.of(tag, vr, order, new Value.Bytes(bytes)));
    } catch (DicomException e) {
      return Optional.empty();
    }
  }
}
