package org.voxdesk.volume;

import java.util.OptionalInt;

/// Reads lines of voxels out of slices: rows, or columns, or what lies between two of them.
final class SliceLines {
  private final Volume volume;
  private final OptionalInt padding;
  private final int length;
  private final int count;
  private final int step;
  private final int stride;

  /// @param rows whether the lines are rows, not columns
  SliceLines(Volume volume, boolean rows) {
    int columns = volume.geometry().columns();
    this.volume = volume;
    this.padding = volume.padding();
    this.length = rows ? columns : volume.geometry().rows();
    this.count = rows ? volume.geometry().rows() : columns;
    this.step = rows ? 1 : columns;
    this.stride = rows ? columns : 1;
  }

  /// Voxels in a line.
  int length() {
    return length;
  }

  /// Lines in a slice.
  int count() {
    return count;
  }

  /// Reads the line at `place`, 0 to [#count] - 1, of slice `k`; NaN where it touches padding.
  void read(int k, double place, float[] into) {
    short[] values = volume.slice(k);
    int first = (int) place;
    float weight = (float) (place - first);
    int other = weight == 0 ? first : first + 1;
    if (padding.isPresent()) {
      around(values, first * stride, other * stride, weight, padding.getAsInt(), into);
    } else if (step == 1) {
      rows(values, first * stride, other * stride, weight, into);
    } else {
      columns(values, first * stride, other * stride, weight, into);
    }
  }

  private void rows(short[] values, int low, int high, float weight, float[] into) {
    for (int i = 0; i < length; i++) {
      float a = values[low + i];
      into[i] = a + (values[high + i] - a) * weight;
    }
  }

  private void columns(short[] values, int low, int high, float weight, float[] into) {
    for (int i = 0; i < length; i++) {
      float a = values[low + i * step];
      into[i] = a + (values[high + i * step] - a) * weight;
    }
  }

  private void around(short[] values, int low, int high, float weight, int outside, float[] into) {
    for (int i = 0; i < length; i++) {
      short a = values[low + i * step];
      short b = values[high + i * step];
      into[i] = a == outside || b == outside ? Float.NaN : a + (b - a) * weight;
    }
  }
}
