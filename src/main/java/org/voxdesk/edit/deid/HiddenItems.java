package org.voxdesk.edit.deid;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

/// Reads the items of a sequence that a file has as UN of stated length, in implicit VR little
/// endian (PS3.5 6.2.2).
final class HiddenItems {
  private HiddenItems() {}

  /// The sequence, its items in `encoding`; empty where the bytes are no items.
  static Optional<DataElement> of(DataElement element, Encoding encoding) {
    try {
      Encoding inside = Encoding.IMPLICIT_LITTLE;
      var plain = DataElement.of(element.tag(), Vr.UN, inside.order(), element.value());
      DataSet alone = DataSet.of(inside, List.of(plain), Value.Bytes.EMPTY);
      byte[] bytes = DicomWriter.bytes(DicomFile.of(alone, TransferSyntax.of(inside)));
      DicomFile read = DicomReader.read(bytes);
      return read.problems().isEmpty()
          ? read.dataSet()
              .in(encoding)
              .get(element.tag())
              .filter(e -> e.value() instanceof Value.Items)
          : Optional.empty();
    } catch (DicomException | IOException e) {
      // It cannot be read, and so nobody can say that it is safe.
      return Optional.empty();
    }
  }
}
