package org.voxdesk.codec.jpegls;

import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// The numbers that steer the coding of a scan (T.87 A.2.1, C.2.4.1.1).
///
/// @param maxval the largest sample
/// @param near how far a decoded sample may be off, 0 for lossless coding
/// @param t1 first threshold of the gradients
/// @param t2 second threshold of the gradients
/// @param t3 third threshold of the gradients
/// @param reset number of samples after which the counters of a context are halved
record CodingParameters(int maxval, int near, int t1, int t2, int t3, int reset) {
  private static final int BASIC_T1 = 3;
  private static final int BASIC_T2 = 7;
  private static final int BASIC_T3 = 21;
  private static final int BASIC_RESET = 64;

  /// Those of a lossless scan of `precision` bits without LSE segment.
  static CodingParameters lossless(int precision) {
    return filled(precision, 0, Preset.DEFAULT);
  }

  /// Those of a scan: the preset ones, the defaults where they are 0.
  ///
  /// @param offset where the scan starts, for the error
  /// @throws CodecException if a number is outside the range that T.87 gives it
  static CodingParameters of(int precision, int near, Preset preset, int offset)
      throws CodecException {
    int largest = (1 << precision) - 1;
    if (preset.maxval() != 0) {
      check("MAXVAL", preset.maxval(), 1, largest, offset);
    }
    CodingParameters all = filled(precision, near, preset);
    check("NEAR", near, 0, Math.min(255, all.maxval / 2), offset);
    check("T1", all.t1, near + 1, all.maxval, offset);
    check("T2", all.t2, all.t1, all.maxval, offset);
    check("T3", all.t3, all.t2, all.maxval, offset);
    check("RESET", all.reset, 3, Math.max(255, all.maxval), offset);
    return all;
  }

  private static CodingParameters filled(int precision, int near, Preset preset) {
    int maxval = preset.maxval() == 0 ? (1 << precision) - 1 : preset.maxval();
    int t1;
    int t2;
    int t3;
    if (maxval >= 128) {
      int factor = (Math.min(maxval, 4095) + 128) / 256;
      t1 = factor * (BASIC_T1 - 2) + 2 + 3 * near;
      t2 = factor * (BASIC_T2 - 3) + 3 + 5 * near;
      t3 = factor * (BASIC_T3 - 4) + 4 + 7 * near;
    } else {
      int factor = 256 / (maxval + 1);
      t1 = Math.max(2, BASIC_T1 / factor + 3 * near);
      t2 = Math.max(3, BASIC_T2 / factor + 5 * near);
      t3 = Math.max(4, BASIC_T3 / factor + 7 * near);
    }
    t1 = preset.t1() == 0 ? orLowest(t1, near + 1, maxval) : preset.t1();
    t2 = preset.t2() == 0 ? orLowest(t2, t1, maxval) : preset.t2();
    t3 = preset.t3() == 0 ? orLowest(t3, t2, maxval) : preset.t3();
    int reset = preset.reset() == 0 ? BASIC_RESET : preset.reset();
    return new CodingParameters(maxval, near, t1, t2, t3, reset);
  }

  /// CLAMP of T.87 C.2.4.1.1.1, which gives the lower end for what is above the upper.
  private static int orLowest(int value, int lowest, int highest) {
    return value > highest || value < lowest ? lowest : value;
  }

  /// @throws CodecException if `value` is not between `lowest` and `highest`
  static void check(String name, int value, int lowest, int highest, int offset)
      throws CodecException {
    if (value < lowest || value > highest) {
      throw new CodecException(
          offset, Sentence.of("jpegls.parameter", name, value, lowest, highest));
    }
  }

  /// Width of the bins into which prediction errors are quantised.
  int step() {
    return 2 * near + 1;
  }

  /// Number of different prediction errors, RANGE.
  int range() {
    return (maxval + 2 * near) / step() + 1;
  }

  /// Bits of an escaped prediction error, qbpp.
  int errorBits() {
    return bits(range() - 1);
  }

  /// The longest code in bits, LIMIT.
  int limit() {
    int sampleBits = Math.max(2, bits(maxval));
    return 2 * (sampleBits + Math.max(8, sampleBits));
  }

  private static int bits(int largest) {
    return 32 - Integer.numberOfLeadingZeros(largest);
  }
}
