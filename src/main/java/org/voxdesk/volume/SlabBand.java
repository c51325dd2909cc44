package org.voxdesk.volume;

import java.util.Arrays;

/// What the samples of a slab have come to so far, for some rows of a plane; NaN where all of them
/// were outside.
final class SlabBand {
  private Slab.Kind kind = Slab.Kind.MEAN;
  private float[] values = {};
  private float[] weights = {};

  /// Begins with nothing, for rows of so many pixels together.
  void begin(Slab.Kind wanted, int size) {
    kind = wanted;
    if (values.length < size) {
      values = new float[size];
      weights = new float[size];
    }
    Arrays.fill(values, 0, size, kind == Slab.Kind.MEAN ? 0 : Float.NaN);
    Arrays.fill(weights, 0, size, 0);
  }

  /// Takes in one sampled row, whose place in the band begins at `offset`.
  void add(float[] row, float weight, int offset) {
    switch (kind) {
      case MEAN -> sum(row, weight, offset);
      case MAXIMUM -> greatest(row, offset);
      case MINIMUM -> least(row, offset);
    }
  }

  /// Writes the row that begins at `offset`.
  void result(int offset, float[] out) {
    for (int i = 0; i < out.length; i++) {
      float value = values[offset + i];
      out[i] = kind == Slab.Kind.MEAN ? value / weights[offset + i] : value;
    }
  }

  private void sum(float[] row, float weight, int offset) {
    for (int i = 0; i < row.length; i++) {
      boolean inside = !Float.isNaN(row[i]);
      values[offset + i] += inside ? row[i] * weight : 0;
      weights[offset + i] += inside ? weight : 0;
    }
  }

  // Comparisons with NaN are false: what is outside changes nothing, and anything takes its place.
  private void greatest(float[] row, int offset) {
    for (int i = 0; i < row.length; i++) {
      float sofar = values[offset + i];
      values[offset + i] = row[i] <= sofar || Float.isNaN(row[i]) ? sofar : row[i];
    }
  }

  private void least(float[] row, int offset) {
    for (int i = 0; i < row.length; i++) {
      float sofar = values[offset + i];
      values[offset + i] = row[i] >= sofar || Float.isNaN(row[i]) ? sofar : row[i];
    }
  }
}
