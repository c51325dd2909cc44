package org.voxdesk.io;

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

  boolean isUndefined() {
    return length == UNDEFINED;
  }
}
