package org.voxdesk.pixel;

/// What the components of a JPEG frame with three of them mean, which its own markers may tell
/// better than the file around it.
final class JpegColors {
  private static final int START_OF_SCAN = 0xDA;
  private static final int APP0 = 0xE0;
  private static final int APP14 = 0xEE;

  private JpegColors() {}

  /// `RGB` or `YBR_FULL` where the frame shows that `stated`, the Photometric Interpretation,
  /// cannot be true; `stated` otherwise. A lossless frame is what the file says.
  static String of(byte[] coded, int length, String stated) {
    boolean jfif = false;
    boolean adobeRgb = false;
    boolean namedRgb = false;
    boolean subsampled = false;
    boolean lossy = false;
    int at = 2;
    while (at + 4 <= length && (coded[at] & 0xFF) == 0xFF) {
      int marker = coded[at + 1] & 0xFF;
      int size = u16(coded, at + 2);
      if (marker == START_OF_SCAN || at + 2 + size > length) {
        break;
      }
      int body = at + 4;
      if (marker == APP0) {
        jfif |= startsWith(coded, body, "JFIF");
      } else if (marker == APP14 && size >= 14) {
        adobeRgb |= startsWith(coded, body, "Adobe") && coded[body + 11] == 0;
      } else if (marker >= 0xC0 && marker <= 0xC2 && size >= 17) {
        lossy = true;
        namedRgb = coded[body + 6] == 'R' && coded[body + 9] == 'G' && coded[body + 12] == 'B';
        subsampled = coded[body + 7] != coded[body + 10];
      }
      at += 2 + size;
    }
    if (!lossy) {
      return stated;
    }
    boolean rgb = stated.equals("RGB");
    if (rgb && (subsampled || (jfif && !adobeRgb && !namedRgb))) {
      return "YBR_FULL";
    }
    return !rgb && (adobeRgb || namedRgb) ? "RGB" : stated;
  }

  private static int u16(byte[] bytes, int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  private static boolean startsWith(byte[] bytes, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= bytes.length || bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
