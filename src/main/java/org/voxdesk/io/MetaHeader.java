package org.voxdesk.io;

import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

/// New file meta information (PS3.10 7.1).
final class MetaHeader {
  private static final String IMPLEMENTATION_VERSION = "VOXDESK";

  private MetaHeader() {}

  static DataSet of(String sopClass, String sopInstance, String transferSyntax) {
    Encoding encoding = Encoding.EXPLICIT_LITTLE;
    try {
      DataSet meta =
          DataSet.empty(encoding)
              .with(
                  DataElement.of(
                      Tag.META_VERSION,
                      Vr.OB,
                      encoding.order(),
                      new Value.Bytes(new byte[] {0, 1})))
              .with(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, sopClass)
              .with(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, sopInstance)
              .with(Tag.TRANSFER_SYNTAX_UID, Vr.UI, transferSyntax)
              .with(Tag.IMPLEMENTATION_CLASS_UID, Vr.UI, Uids.IMPLEMENTATION_CLASS)
              .with(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, IMPLEMENTATION_VERSION);
      return meta.with(Tag.META_GROUP_LENGTH, Vr.UL, Long.toString(ElementWriter.length(meta)));
    } catch (DicomException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
