package org.voxdesk.sample;

/// The 3 × 3 binomial blur, which gives edges and noise the softness of a reconstruction kernel.
final class Blur {
  private Blur() {}

  /// Blurs in place with weights ¼ ½ ¼ along rows and columns; the outermost pixels keep their
  /// value.
  static void binomial(float[] values, int columns, int rows) {
    for (int j = 0; j < rows; j++) {
      int start = j * columns;
      float before = values[start];
      for (int at = start + 1; at < start + columns - 1; at++) {
        float here = values[at];
        values[at] = 0.25f * (before + values[at + 1]) + 0.5f * here;
        before = here;
      }
    }
    float[] above = new float[columns];
    System.arraycopy(values, 0, above, 0, columns);
    for (int j = 1; j < rows - 1; j++) {
      int start = j * columns;
      for (int i = 0; i < columns; i++) {
        float here = values[start + i];
        values[start + i] = 0.25f * (above[i] + values[start + columns + i]) + 0.5f * here;
        above[i] = here;
      }
    }
  }
}
