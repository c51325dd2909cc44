package org.voxdesk.codec.jpegls;

/// What an LSE segment of type 1 says, 0 for what it leaves at its default (T.87 C.2.4.1.1).
record Preset(int maxval, int t1, int t2, int t3, int reset) {
  static final Preset DEFAULT = new Preset(0, 0, 0, 0, 0);
}
