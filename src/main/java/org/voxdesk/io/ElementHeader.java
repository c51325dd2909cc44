package org.voxdesk.io;

import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// What stands in front of a value.
///
/// @param tag which element
/// @param vr its VR, from the file or worked out
/// @param length the value's bytes; [#UNDEFINED] where a delimiter ends it
/// @param bytes the header as it stands in the file
/// @param explicit true where the file itself says the VR
@SuppressWarnings("ArrayRecordComponent")
record ElementHeader(Tag tag, Vr vr, long length, byte[] bytes, boolean explicit) {
  static final long UNDEFINED = 0xFFFFFFFFL;

  /// Whether the header is the very one that writing makes in a data set of this encoding: most
  /// are, and need not be kept.
  boolean isUsual(Encoding encoding) {
    return explicit
        && encoding.isExplicit()
        && !vr.hasLongHeader()
        && bytes.length == 8
        && bytes[4] == vr.name().charAt(0)
        && bytes[5] == vr.name().charAt(1);
  }

  boolean isUndefined() {
    return length == UNDEFINED;
  }
}
