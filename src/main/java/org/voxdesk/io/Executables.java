package org.voxdesk.io;

/// Heads of programs, as a preamble can carry them (CVE-2019-11687).
final class Executables {
  private static final String[] HEADS = {
    "MZ",
    "#!",
    "\u007FELF",
    "\u00CA\u00FE\u00BA\u00BE",
    "\u00FE\u00ED\u00FA\u00CE",
    "\u00FE\u00ED\u00FA\u00CF",
    "\u00CE\u00FA\u00ED\u00FE",
    "\u00CF\u00FA\u00ED\u00FE"
  };

  private Executables() {}

  /// True for the heads of Windows, Unix and macOS programs and of scripts.
  static boolean startsLikeOne(byte[] bytes) {
    for (String head : HEADS) {
      boolean same = bytes.length >= head.length();
      for (int i = 0; same && i < head.length(); i++) {
        same = (bytes[i] & 0xFF) == head.charAt(i);
      }
      if (same) {
        return true;
      }
    }
    return false;
  }
}
