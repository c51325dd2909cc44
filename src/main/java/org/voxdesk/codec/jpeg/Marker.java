package org.voxdesk.codec.jpeg;

/// Marker codes (T.81 table B.1), without the 0xFF before them.
final class Marker {
  static final int SOF0 = 0xC0;
  static final int SOF1 = 0xC1;
  static final int SOF2 = 0xC2;
  static final int SOF3 = 0xC3;
  static final int DHT = 0xC4;
  static final int JPG = 0xC8;
  static final int SOF9 = 0xC9;
  static final int DAC = 0xCC;
  static final int SOF15 = 0xCF;
  static final int RST0 = 0xD0;
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DQT = 0xDB;
  static final int DNL = 0xDC;
  static final int DRI = 0xDD;
  static final int DHP = 0xDE;
  static final int SOF55 = 0xF7;
  private static final int TEM = 0x01;

  /// What [Segments#next()] gives where there is no further marker.
  static final int NONE = -1;

  private Marker() {}

  static boolean isFrame(int marker) {
    return (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC)
        || marker == DHP
        || marker == SOF55;
  }

  static boolean isArithmetic(int marker) {
    return marker >= SOF9 && marker <= SOF15 && marker != DAC;
  }

  /// Whether the marker stands alone, without a segment.
  static boolean isAlone(int marker) {
    return (marker >= RST0 && marker <= EOI) || marker == TEM;
  }
}
