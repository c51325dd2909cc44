package org.voxdesk.app.editor;

import java.nio.ByteOrder;
import org.voxdesk.dicom.CharacterSet;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// Elements to edit, out of small data sets.
final class Elements {
  static final DataSet EMPTY = DataSet.empty(Encoding.EXPLICIT_LITTLE);

  private Elements() {}

  /// An element with this text, in a data set of the default repertoire.
  static ElementToEdit text(Tag tag, Vr vr, String text) {
    return text(EMPTY, tag, vr, text);
  }

  /// An element with this text in UTF-8.
  static ElementToEdit utf8(Tag tag, Vr vr, String text) {
    return text(EMPTY.inheriting(CharacterSet.UTF_8), tag, vr, text);
  }

  private static ElementToEdit text(DataSet holder, Tag tag, Vr vr, String text) {
    try {
      DataSet with = holder.with(tag, vr, text);
      return ElementToEdit.of(with, with.get(tag).orElseThrow());
    } catch (DicomException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /// An element with these bytes.
  static ElementToEdit bytes(Tag tag, Vr vr, Value value) {
    return bytes(EMPTY, tag, vr, value);
  }

  static ElementToEdit bytes(DataSet holder, Tag tag, Vr vr, Value value) {
    DataElement element = DataElement.of(tag, vr, ByteOrder.LITTLE_ENDIAN, value);
    return ElementToEdit.of(holder.with(element), element);
  }
}
