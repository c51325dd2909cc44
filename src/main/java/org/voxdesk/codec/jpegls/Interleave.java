package org.voxdesk.codec.jpegls;

/// How the components of a scan alternate, in the order of the codes 0, 1 and 2 (T.87 C.2.3).
enum Interleave {
  NONE,
  LINE,
  SAMPLE
}
