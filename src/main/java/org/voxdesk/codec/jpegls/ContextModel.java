package org.voxdesk.codec.jpegls;

import java.util.Arrays;

/// What a scan has learnt: a table of gradients and four counters a context (T.87 A.3, A.6).
///
/// Context 0 to 364 are the regular ones, 365 and 366 those of run interruption.
final class ContextModel {
  /// Places of the counters, from the place of the context on.
  static final int A = 0;

  static final int B = 1;
  static final int C = 2;
  static final int N = 3;

  private static final int REGULAR = 365;
  private static final int COUNTERS = 4;

  /// Bits that a run of the current order takes, J of T.87 A.2.1.
  private static final byte[] RUN_BITS = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final CodingParameters parameters;
  private final int maxval;
  private final int step;
  private final int reset;
  private final byte[] regions;
  private final int[] counters = new int[COUNTERS * (REGULAR + 2)];

  ContextModel(CodingParameters parameters) {
    this.parameters = parameters;
    maxval = parameters.maxval();
    step = parameters.step();
    reset = parameters.reset();
    regions = regions(parameters);
    forget();
  }

  /// The region of every gradient from -MAXVAL to MAXVAL.
  private static byte[] regions(CodingParameters parameters) {
    byte[] regions = new byte[2 * parameters.maxval() + 1];
    for (int i = 0; i < regions.length; i++) {
      int gradient = i - parameters.maxval();
      int size = Math.abs(gradient);
      int region =
          size <= parameters.near()
              ? 0
              : size < parameters.t1()
                  ? 1
                  : size < parameters.t2() ? 2 : size < parameters.t3() ? 3 : 4;
      regions[i] = (byte) (gradient < 0 ? -region : region);
    }
    return regions;
  }

  CodingParameters parameters() {
    return parameters;
  }

  /// Back to the state at the start of a scan.
  void forget() {
    Arrays.fill(counters, 0);
    int a = Math.max(2, (parameters.range() + 32) / 64);
    for (int at = 0; at < counters.length; at += COUNTERS) {
      counters[at + A] = a;
      counters[at + N] = 1;
    }
  }

  /// All counters, shared: [#A], [#B], [#C], [#N] from each [#place(int)] on.
  int[] counters() {
    return counters;
  }

  /// The region, -4 to 4, of the difference of two samples.
  int region(int gradient) {
    return regions[gradient + maxval];
  }

  /// The context of three regions, negative where the sign of the error is turned; 0 starts a run.
  static int context(int region1, int region2, int region3) {
    return 81 * region1 + 9 * region2 + region3;
  }

  /// Where the counters of a context are, whatever its sign.
  static int place(int context) {
    return COUNTERS * Math.abs(context);
  }

  /// Where the counters of an interrupted run are; type 1 where the samples left and above agree.
  static int interruptionPlace(int type) {
    return COUNTERS * (REGULAR + type);
  }

  /// Bits that follow the unary part of a code: the least k with n * 2^k >= a (T.87 A.5.1).
  static int golombBits(int n, int a) {
    int k = Math.max(0, Integer.numberOfLeadingZeros(n) - Integer.numberOfLeadingZeros(a));
    return (n << k) < a ? k + 1 : k;
  }

  static int runBits(int runIndex) {
    return RUN_BITS[runIndex];
  }

  /// The median of the sample to the left, that above and left + above - above left (T.87 A.4.1).
  static int predict(int left, int above, int aboveLeft) {
    int low = Math.min(left, above);
    int high = Math.max(left, above);
    return Math.max(low, Math.min(high, left + above - aboveLeft));
  }

  /// Counts a prediction error of a regular context. The two halves of T.87 A.6.2 are one here: B
  /// moves by N towards -N < B <= 0 at most once, then is cut off.
  void learn(int place, int error) {
    int n = counters[place + N];
    int a = counters[place + A] + Math.abs(error);
    int b = counters[place + B] + error * step;
    if (n == reset) {
      a >>= 1;
      b >>= 1;
      n >>= 1;
    }
    n++;
    int below = (b + n - 1) >> 31;
    int over = -b >> 31;
    counters[place + A] = a;
    counters[place + B] = Math.max(1 - n, Math.min(0, b + (n & below) - (n & over)));
    counters[place + C] = Math.max(-128, Math.min(127, counters[place + C] + below - over));
    counters[place + N] = n;
  }

  /// Counts a prediction error after a run (T.87 A.7.2.2); B holds the number of negative ones.
  void learnInterruption(int type, int error, int mapped) {
    int place = interruptionPlace(type);
    int n = counters[place + N];
    int a = counters[place + A] + ((mapped + 1 - type) >> 1);
    int negative = counters[place + B] + (error >>> 31);
    if (n == reset) {
      a >>= 1;
      negative >>= 1;
      n >>= 1;
    }
    counters[place + A] = a;
    counters[place + B] = negative;
    counters[place + N] = n + 1;
  }
}
