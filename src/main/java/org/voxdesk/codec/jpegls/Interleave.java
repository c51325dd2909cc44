package org.voxdesk.codec.jpegls;

/// How the components of a scan alternate (T.87 C.2.3).
enum Interleave {
  NONE(0),
  LINE(1),
  SAMPLE(2);

  private final int code;

  Interleave(int code) {
    this.code = code;
  }

  /// ILV of the scan header.
  int code() {
    return code;
  }
}
