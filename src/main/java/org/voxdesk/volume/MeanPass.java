package org.voxdesk.volume;

/// Halves one plane by the mean of 2 × 2 source pixels: what the classic recipe's library does
/// instead of interpolating when both axes are scaled by exactly one half.
///
/// Blocks cut off at an odd edge are the mean of what is there. With 1, 3 or 4 slices on the grid
/// the library takes another path for whole blocks, which rounds a half upwards.
final class MeanPass {
  private final PlanePass.SourceRows source;
  private final int columns;
  private final int rows;
  private final boolean halvesUp;

  MeanPass(PlanePass.SourceRows source, int columns, int rows, int gridSlices) {
    this.source = source;
    this.columns = columns;
    this.rows = rows;
    this.halvesUp = gridSlices == 1 || gridSlices == 3 || gridSlices == 4;
  }

  void run(int x0, int y0, int width, int height, PlanePass.OutputRows output) {
    int from = 2 * x0;
    int to = Math.min(2 * (x0 + width), columns);
    float[] top = new float[to];
    float[] bottom = new float[to];
    float[] values = new float[width];
    for (int y = 0; y < height; y++) {
      int row = 2 * (y0 + y);
      source.read(row, from, to, top);
      boolean pair = row + 1 < rows;
      if (pair) {
        source.read(row + 1, from, to, bottom);
      }
      for (int x = 0; x < width; x++) {
        int at = from + 2 * x;
        values[x] = pair && at + 1 < to ? whole(top, bottom, at) : part(top, bottom, at, pair, to);
      }
      output.write(y, values);
    }
  }

  // Sums of four int16 are exact in float.
  private float whole(float[] top, float[] bottom, int at) {
    float sum = top[at] + top[at + 1] + bottom[at] + bottom[at + 1];
    return halvesUp ? ((int) sum + 2) >> 2 : HalfEven.rint(sum * 0.25f);
  }

  private static float part(float[] top, float[] bottom, int at, boolean pair, int to) {
    float sum = 0;
    int count = 0;
    for (int i = at; i < Math.min(at + 2, to); i++) {
      sum += top[i] + (pair ? bottom[i] : 0);
      count += pair ? 2 : 1;
    }
    return HalfEven.rint(sum / count);
  }
}
