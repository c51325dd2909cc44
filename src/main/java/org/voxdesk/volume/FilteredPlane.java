package org.voxdesk.volume;

import java.util.Arrays;
import java.util.List;

/// One plane as weighted sums of any number of source voxels along each axis: slices first, then
/// along rows, then along columns, all in float. Padding voxels and missing slices become NaN,
/// which spreads to every sum that uses them.
final class FilteredPlane {
  private final Volume volume;
  private final AxisTap through;
  private final List<AxisTap> across;

  /// @param across for each voxel of a row; no taps where it lies outside the source
  FilteredPlane(Volume volume, AxisTap through, List<AxisTap> across) {
    this.volume = volume;
    this.through = through;
    this.across = across;
  }

  /// Computes the rows that `down` describes.
  void run(List<AxisTap> down, PlanePass.OutputRows output) {
    int first =
        down.stream().filter(FilteredPlane::isInside).mapToInt(AxisTap::first).min().orElse(0);
    int end = down.stream().filter(FilteredPlane::isInside).mapToInt(AxisTap::end).max().orElse(0);
    float[][] rows = new float[end - first][];
    float[] result = new float[across.size()];
    float[] line = new float[volume.geometry().columns()];
    for (int d = 0; d < down.size(); d++) {
      AxisTap tap = down.get(d);
      Arrays.fill(result, isInside(tap) ? 0 : Float.NaN);
      for (int n = 0; n < tap.weights().length; n++) {
        int row = tap.first() + n;
        if (rows[row - first] == null) {
          rows[row - first] = row(row, line);
        }
        add(rows[row - first], tap.weights()[n], result);
      }
      output.write(d, result);
    }
  }

  static boolean isInside(AxisTap tap) {
    return tap.weights().length > 0;
  }

  private static void add(float[] row, float weight, float[] result) {
    if (weight != 0) {
      for (int i = 0; i < row.length; i++) {
        result[i] += row[i] * weight;
      }
    }
  }

  private float[] row(int row, float[] line) {
    Arrays.fill(line, 0);
    for (int n = 0; n < through.weights().length; n++) {
      slice(through.first() + n, row, through.weights()[n], line);
    }
    float[] out = new float[across.size()];
    for (int x = 0; x < out.length; x++) {
      AxisTap tap = across.get(x);
      float sum = isInside(tap) ? 0 : Float.NaN;
      for (int n = 0; n < tap.weights().length; n++) {
        float weight = tap.weights()[n];
        sum += weight == 0 ? 0 : line[tap.first() + n] * weight;
      }
      out[x] = sum;
    }
    return out;
  }

  private void slice(int k, int row, float weight, float[] line) {
    if (weight == 0) {
      return;
    }
    if (volume.isMissing(k)) {
      Arrays.fill(line, Float.NaN);
      return;
    }
    short[] values = volume.slice(k);
    int offset = row * line.length;
    for (int i = 0; i < line.length; i++) {
      line[i] += values[offset + i] * weight;
    }
    if (volume.padding().isPresent()) {
      int padding = volume.padding().getAsInt();
      for (int i = 0; i < line.length; i++) {
        line[i] = values[offset + i] == padding ? Float.NaN : line[i];
      }
    }
  }
}
