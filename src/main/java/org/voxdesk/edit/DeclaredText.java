package org.voxdesk.edit;

import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

/// Keeps another declaration of the character set from making text unreadable that can be read now.
final class DeclaredText {
  private DeclaredText() {}

  /// Refuses `after` if one of its texts can no longer be decoded.
  ///
  /// @param before the same data set with the old declaration
  static void requireReadable(DataSet before, DataSet after) throws DicomException {
    CharacterSet old = before.characterSet();
    CharacterSet set = after.characterSet();
    if (old.equals(set)) {
      return;
    }
    for (DataElement element : after.elements()) {
      if (element.value() instanceof Value.Bytes(byte[] bytes)
          && element.vr().kind() == Vr.Kind.LOCAL_TEXT
          && old.canDecode(bytes, element.vr())
          && !set.canDecode(bytes, element.vr())) {
        throw new DicomException(
            Tag.SPECIFIC_CHARACTER_SET,
            Sentence.of("edit.character.set", element.tag(), set.term()));
      }
      for (DataSet item : after.items(element.tag())) {
        if (!item.contains(Tag.SPECIFIC_CHARACTER_SET)) {
          requireReadable(item.inheriting(old), item);
        }
      }
    }
  }
}
