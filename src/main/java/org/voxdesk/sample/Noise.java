package org.voxdesk.sample;

/// Scanner noise: random numbers of our own (SplitMix64), so that every machine and every Java
/// release makes the same picture, and one seed per slice, so that any slice can be made alone.
final class Noise {
  /// Standard deviation of [#field] before scaling: uniform numbers in ±1 after two binomial blurs.
  private static final double BLURRED_SIGMA = Math.sqrt(1.0 / 3) * 6 / 16;

  private long state;

  Noise(long seed) {
    state = seed;
  }

  long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /// Uniform in [0, 1).
  double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A correlated, nearly Gaussian field of unit standard deviation, rows × columns.
  float[] field(int columns, int rows) {
    int size = columns * rows;
    float[] values = new float[size];
    for (int at = 0; at + 4 <= size; at += 4) {
      long bits = nextLong();
      values[at] = lane(bits);
      values[at + 1] = lane(bits >> 16);
      values[at + 2] = lane(bits >> 32);
      values[at + 3] = lane(bits >> 48);
    }
    Blur.binomial(values, columns, rows);
    return values;
  }

  private static float lane(long bits) {
    return (float) ((short) bits * (0x1.0p-15 / BLURRED_SIGMA));
  }
}
