package org.voxdesk.volume;

/// Resamples one plane in x and y from source rows that are made on demand.
///
/// A source row is read once, stretched along x, and kept while output rows need it; so a plane of
/// any size needs a few rows of memory. Not for use by several threads.
final class PlanePass {
  /// Writes the source values of `row`, columns `from` to `to` - 1, to the same places of `into`.
  interface SourceRows {
    void read(int row, int from, int to, float[] into);
  }

  /// Takes the output row `y`; the array is reused for the next one.
  interface OutputRows {
    void write(int y, float[] values);
  }

  private final SourceRows source;
  private final LinearTaps x;
  private final float[] row;
  private float[] above;
  private float[] below;
  private int aboveRow = -1;
  private int belowRow = -1;

  PlanePass(SourceRows source, LinearTaps x) {
    this.source = source;
    this.x = x;
    this.row = new float[x.sourceTo()];
    this.above = new float[x.length()];
    this.below = new float[x.length()];
  }

  void run(LinearTaps y, OutputRows output) {
    float[] values = new float[x.length()];
    for (int d = 0; d < y.length(); d++) {
      prepare(y.first[d], y.second[d]);
      mix(
          above,
          y.firstWeight[d],
          y.first[d] == y.second[d] ? above : below,
          y.secondWeight[d],
          values);
      output.write(d, values);
    }
  }

  private void prepare(int first, int second) {
    if (aboveRow != first) {
      if (belowRow == first) {
        swap();
      } else {
        stretch(first, above);
        aboveRow = first;
      }
    }
    if (second != first && belowRow != second) {
      stretch(second, below);
      belowRow = second;
    }
  }

  private void swap() {
    float[] rowOfAbove = above;
    above = below;
    below = rowOfAbove;
    int indexOfAbove = aboveRow;
    aboveRow = belowRow;
    belowRow = indexOfAbove;
  }

  private void stretch(int sourceRow, float[] into) {
    source.read(sourceRow, x.sourceFrom(), x.sourceTo(), row);
    gather(row, x.first, x.firstWeight, x.second, x.secondWeight, into);
  }

  private static void gather(
      float[] row,
      int[] first,
      float[] firstWeight,
      int[] second,
      float[] secondWeight,
      float[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] = row[first[d]] * firstWeight[d] + row[second[d]] * secondWeight[d];
    }
  }

  private static void mix(float[] a, float aWeight, float[] b, float bWeight, float[] into) {
    for (int d = 0; d < into.length; d++) {
      into[d] = a[d] * aWeight + b[d] * bWeight;
    }
  }
}
