package org.voxdesk.codec.jpeg;

/// The inverse DCT (T.81 A.3.3) in integers, with the eleven multiplications of Loeffler,
/// Ligtenberg and Moschytz (ICASSP 1989) for eight values: columns first, then rows. Constants have
/// 13 bits behind the point, and the columns' results 2 for 8-bit samples and 1 for 12-bit ones;
/// that makes it equal, bit by bit, to the decoder that most files were made with.
final class InverseDct {
  private static final int POINT = 13;
  private static final int C_0_298 = fixed(0.298631336);
  private static final int C_0_390 = fixed(0.390180644);
  private static final int C_0_541 = fixed(0.541196100);
  private static final int C_0_765 = fixed(0.765366865);
  private static final int C_0_899 = fixed(0.899976223);
  private static final int C_1_175 = fixed(1.175875602);
  private static final int C_1_501 = fixed(1.501321110);
  private static final int C_1_847 = fixed(1.847759065);
  private static final int C_1_961 = fixed(1.961570560);
  private static final int C_2_053 = fixed(2.053119869);
  private static final int C_2_562 = fixed(2.562915447);
  private static final int C_3_072 = fixed(3.072711026);

  private final int extra;
  private final int centre;
  private final int greatest;
  private final int[] columns = new int[64];

  /// For samples of `precision` bits, 8 or 12.
  InverseDct(int precision) {
    this.extra = precision == 8 ? 2 : 1;
    this.centre = 1 << (precision - 1);
    this.greatest = (1 << precision) - 1;
  }

  private static int fixed(double value) {
    return (int) Math.round(value * (1 << POINT));
  }

  /// Puts the 8 x 8 samples of a block into eight lines, from `at` on.
  ///
  /// @param block 64 dequantised coefficients, row by row
  /// @param lines the first of the eight lines is `lines[top]`
  void transform(int[] block, int[][] lines, int top, int at) {
    for (int x = 0; x < 8; x++) {
      column(block, x);
    }
    for (int y = 0; y < 8; y++) {
      row(8 * y, lines[top + y], at);
    }
  }

  /// The same for a block that has a DC coefficient only.
  void flat(int dc, int[][] lines, int top, int at) {
    int value = limited((dc + 4) >> 3);
    for (int y = 0; y < 8; y++) {
      int[] line = lines[top + y];
      for (int x = at; x < at + 8; x++) {
        line[x] = value;
      }
    }
  }

  private void column(int[] block, int x) {
    int b1 = block[x + 8];
    int b2 = block[x + 16];
    int b3 = block[x + 24];
    int b4 = block[x + 32];
    int b5 = block[x + 40];
    int b6 = block[x + 48];
    int b7 = block[x + 56];
    int[] to = columns;
    if ((b1 | b2 | b3 | b4 | b5 | b6 | b7) == 0) {
      int value = block[x] << extra;
      for (int i = x; i < 64; i += 8) {
        to[i] = value;
      }
      return;
    }
    int turned = (b2 + b6) * C_0_541;
    int low = turned - b6 * C_1_847;
    int high = turned + b2 * C_0_765;
    int sum = (block[x] + b4) << POINT;
    int difference = (block[x] - b4) << POINT;
    int shift = POINT - extra;
    int half = 1 << (shift - 1);
    int e0 = sum + high + half;
    int e3 = sum - high + half;
    int e1 = difference + low + half;
    int e2 = difference - low + half;

    int z5 = (b7 + b3 + b5 + b1) * C_1_175;
    int z1 = -(b7 + b1) * C_0_899;
    int z2 = -(b5 + b3) * C_2_562;
    int z3 = z5 - (b7 + b3) * C_1_961;
    int z4 = z5 - (b5 + b1) * C_0_390;
    int o3 = b7 * C_0_298 + z1 + z3;
    int o2 = b5 * C_2_053 + z2 + z4;
    int o1 = b3 * C_3_072 + z2 + z3;
    int o0 = b1 * C_1_501 + z1 + z4;

    to[x] = (e0 + o0) >> shift;
    to[x + 56] = (e0 - o0) >> shift;
    to[x + 8] = (e1 + o1) >> shift;
    to[x + 48] = (e1 - o1) >> shift;
    to[x + 16] = (e2 + o2) >> shift;
    to[x + 40] = (e2 - o2) >> shift;
    to[x + 24] = (e3 + o3) >> shift;
    to[x + 32] = (e3 - o3) >> shift;
  }

  private void row(int from, int[] line, int at) {
    int[] b = columns;
    int b0 = b[from];
    int b1 = b[from + 1];
    int b2 = b[from + 2];
    int b3 = b[from + 3];
    int b4 = b[from + 4];
    int b5 = b[from + 5];
    int b6 = b[from + 6];
    int b7 = b[from + 7];
    int turned = (b2 + b6) * C_0_541;
    int low = turned - b6 * C_1_847;
    int high = turned + b2 * C_0_765;
    int sum = (b0 + b4) << POINT;
    int difference = (b0 - b4) << POINT;
    int shift = POINT + extra + 3;
    int half = 1 << (shift - 1);
    int e0 = sum + high + half;
    int e3 = sum - high + half;
    int e1 = difference + low + half;
    int e2 = difference - low + half;

    int z5 = (b7 + b3 + b5 + b1) * C_1_175;
    int z1 = -(b7 + b1) * C_0_899;
    int z2 = -(b5 + b3) * C_2_562;
    int z3 = z5 - (b7 + b3) * C_1_961;
    int z4 = z5 - (b5 + b1) * C_0_390;
    int o3 = b7 * C_0_298 + z1 + z3;
    int o2 = b5 * C_2_053 + z2 + z4;
    int o1 = b3 * C_3_072 + z2 + z3;
    int o0 = b1 * C_1_501 + z1 + z4;

    line[at] = limited((e0 + o0) >> shift);
    line[at + 7] = limited((e0 - o0) >> shift);
    line[at + 1] = limited((e1 + o1) >> shift);
    line[at + 6] = limited((e1 - o1) >> shift);
    line[at + 2] = limited((e2 + o2) >> shift);
    line[at + 5] = limited((e2 - o2) >> shift);
    line[at + 3] = limited((e3 + o3) >> shift);
    line[at + 4] = limited((e3 - o3) >> shift);
  }

  private int limited(int value) {
    return Math.max(0, Math.min(greatest, value + centre));
  }
}
