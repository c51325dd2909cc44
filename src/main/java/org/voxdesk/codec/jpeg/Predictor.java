package org.voxdesk.codec.jpeg;

/// The predictors of the lossless process (T.81 table H.1). Values are modulo 2^16.
final class Predictor {
  private static final int MASK = 0xFFFF;

  private Predictor() {}

  /// Makes a line of differences one of samples. The first sample is predicted by the one above it.
  ///
  /// @param selection 1 to 7
  /// @param above the line above
  static void restore(int selection, int[] above, int[] line) {
    int length = Math.min(line.length, above.length);
    line[0] = (above[0] + line[0]) & MASK;
    switch (selection) {
      case 1 -> left(line);
      case 2 -> {
        for (int i = 1; i < length; i++) {
          line[i] = (above[i] + line[i]) & MASK;
        }
      }
      case 3 -> {
        for (int i = 1; i < length; i++) {
          line[i] = (above[i - 1] + line[i]) & MASK;
        }
      }
      case 4 -> plane(above, line, length);
      case 5 -> leftAndSlope(above, line, length);
      case 6 -> aboveAndSlope(above, line, length);
      default -> mean(above, line, length);
    }
  }

  /// Makes the first line of a scan or of a restart interval one of samples.
  ///
  /// @param initial the prediction of its first sample
  static void restoreFirst(int initial, int[] line) {
    line[0] = (initial + line[0]) & MASK;
    left(line);
  }

  private static void left(int[] line) {
    int a = line[0];
    for (int i = 1; i < line.length; i++) {
      a = (a + line[i]) & MASK;
      line[i] = a;
    }
  }

  private static void plane(int[] above, int[] line, int length) {
    int a = line[0];
    for (int i = 1; i < length; i++) {
      a = (a + above[i] - above[i - 1] + line[i]) & MASK;
      line[i] = a;
    }
  }

  private static void leftAndSlope(int[] above, int[] line, int length) {
    int a = line[0];
    for (int i = 1; i < length; i++) {
      a = (a + ((above[i] - above[i - 1]) >> 1) + line[i]) & MASK;
      line[i] = a;
    }
  }

  private static void aboveAndSlope(int[] above, int[] line, int length) {
    int a = line[0];
    for (int i = 1; i < length; i++) {
      a = (above[i] + ((a - above[i - 1]) >> 1) + line[i]) & MASK;
      line[i] = a;
    }
  }

  private static void mean(int[] above, int[] line, int length) {
    int a = line[0];
    for (int i = 1; i < length; i++) {
      a = (((a + above[i]) >> 1) + line[i]) & MASK;
      line[i] = a;
    }
  }
}
