package org.voxdesk.study;

/// Where an instance was read from, and so whether it can be written back there.
public enum Source {
  /// A DICOM file.
  FILE,
  /// A file of an archive, which lies unpacked in a folder that goes with the program.
  ARCHIVE,
  /// A picture of a stack, which is not DICOM itself.
  PICTURE
}
