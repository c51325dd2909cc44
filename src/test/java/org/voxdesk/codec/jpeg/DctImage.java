package org.voxdesk.codec.jpeg;

import java.util.SplittableRandom;

/// Coefficients of a DCT frame, by chance, and the samples they stand for, by the formulas of T.81
/// A.3.3 and in floating point.
final class DctImage {
  final int columns;
  final int rows;
  final int precision;

  /// Sampling factors of each component, as their byte.
  final int[] factors;

  /// One step for each coefficient, in zigzag order.
  final int[] steps = new int[64];

  /// `[component][row of blocks][block][coefficient in zigzag order]`, of whole MCUs.
  final int[][][][] blocks;

  DctImage(int columns, int rows, int precision, int... factors) {
    this.columns = columns;
    this.rows = rows;
    this.precision = precision;
    this.factors = factors;
    this.blocks = new int[factors.length][][][];
    var random = new SplittableRandom(columns * 31L + rows);
    for (int k = 0; k < 64; k++) {
      steps[k] = 1 + random.nextInt(precision == 12 ? 300 : 20);
    }
    for (int i = 0; i < factors.length; i++) {
      blocks[i] = new int[mcusDown() * vertical(i)][mcusAcross() * horizontal(i)][64];
      for (int[][] line : blocks[i]) {
        for (int[] block : line) {
          fill(block, random);
        }
      }
    }
  }

  /// A third of the blocks are flat, and some samples are beyond the range.
  private void fill(int[] block, SplittableRandom random) {
    int range = 1 << precision;
    block[0] = random.nextInt(-3 * range, 3 * range) / steps[0];
    int count = random.nextInt(3) * random.nextInt(20);
    for (int i = 0; i < count; i++) {
      int k = 1 + random.nextInt(1 + random.nextInt(63));
      block[k] = random.nextInt(-range, range + 1) / (steps[k] * (1 + random.nextInt(k)));
    }
  }

  int horizontal(int component) {
    return factors[component] >> 4;
  }

  int vertical(int component) {
    return factors[component] & 15;
  }

  int greatestHorizontal() {
    int greatest = 1;
    for (int each : factors) {
      greatest = Math.max(greatest, each >> 4);
    }
    return greatest;
  }

  int greatestVertical() {
    int greatest = 1;
    for (int each : factors) {
      greatest = Math.max(greatest, each & 15);
    }
    return greatest;
  }

  int mcusAcross() {
    return Math.ceilDiv(columns, 8 * greatestHorizontal());
  }

  int mcusDown() {
    return Math.ceilDiv(rows, 8 * greatestVertical());
  }

  int width(int component) {
    return Math.ceilDiv(columns * horizontal(component), greatestHorizontal());
  }

  int height(int component) {
    return Math.ceilDiv(rows * vertical(component), greatestVertical());
  }

  /// The samples, component by pixel, little endian.
  byte[] samples(int bytesPerSample) {
    byte[] samples = new byte[columns * rows * factors.length * bytesPerSample];
    for (int i = 0; i < factors.length; i++) {
      int[][] plane = plane(i);
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          int value = enlarged(plane, i, x, y);
          int at = ((y * columns + x) * factors.length + i) * bytesPerSample;
          for (int k = 0; k < bytesPerSample; k++) {
            samples[at + k] = (byte) (value >> (8 * k));
          }
        }
      }
    }
    return samples;
  }

  /// A sample at full size, from those around it where the component has half the size.
  private int enlarged(int[][] plane, int component, int x, int y) {
    int across = greatestHorizontal() / horizontal(component);
    int down = greatestVertical() / vertical(component);
    int column = x / across;
    int row = y / down;
    if (across != 2 || down > 2 || width(component) <= 2) {
      return plane[row][column];
    }
    int nextColumn = Math.clamp(column + (x % 2 == 0 ? -1 : 1), 0, plane[0].length - 1);
    int nextRow = row;
    if (down == 2) {
      nextRow = Math.clamp(row + (y % 2 == 0 ? -1 : 1), 0, plane.length - 1);
    }
    int near = 3 * plane[row][column] + plane[nextRow][column];
    int far = 3 * plane[row][nextColumn] + plane[nextRow][nextColumn];
    return Math.round((3 * near + far) / 16f);
  }

  private int[][] plane(int component) {
    int[][] plane = new int[height(component)][width(component)];
    for (int by = 0; by < blocks[component].length; by++) {
      for (int bx = 0; bx < blocks[component][by].length; bx++) {
        double[][] samples = inverse(blocks[component][by][bx]);
        for (int y = 8 * by; y < Math.min(8 * by + 8, plane.length); y++) {
          for (int x = 8 * bx; x < Math.min(8 * bx + 8, plane[y].length); x++) {
            long value = Math.round(samples[y % 8][x % 8]) + (1L << (precision - 1));
            plane[y][x] = Math.clamp(value, 0, (1 << precision) - 1);
          }
        }
      }
    }
    return plane;
  }

  private double[][] inverse(int[] block) {
    byte[] order = Zigzag.order();
    double[][] samples = new double[8][8];
    for (int k = 0; k < 64; k++) {
      if (block[k] == 0) {
        continue;
      }
      int u = order[k] % 8;
      int v = order[k] / 8;
      double scale = (u == 0 ? Math.sqrt(0.5) : 1) * (v == 0 ? Math.sqrt(0.5) : 1) / 4;
      for (int y = 0; y < 8; y++) {
        for (int x = 0; x < 8; x++) {
          samples[y][x] +=
              scale
                  * block[k]
                  * steps[k]
                  * Math.cos((2 * x + 1) * u * Math.PI / 16)
                  * Math.cos((2 * y + 1) * v * Math.PI / 16);
        }
      }
    }
    return samples;
  }
}
