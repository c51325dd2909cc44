package org.voxdesk.volume;

import java.util.Arrays;

/// Rows of a plane that run along the rows or the columns of single slices, as those of axial,
/// coronal and sagittal planes do: each is made of lines of voxels, whole lines at a time.
///
/// Two lines, one of each slice beside the row, are kept while rows need them.
final class StraightRows implements PlaneRows {
  /// Lines this near to each other, in voxels, are the same.
  private static final double SAME = 1e-9;

  private final PlaneMap.Ramp along;
  private final PlaneMap.Ramp across;
  private final PlaneMap.Ramp height;
  private final boolean alongRows;
  private final SliceGaps gaps;
  private final SliceLines source;
  private final PlaneInterpolation how;
  private final RowTaps taps;
  private final int slices;
  private final float[][] lines;
  private final int[] lineSlice = {-1, -1};
  private final double[] linePlace = {Double.NaN, Double.NaN};
  private final float[] blended;
  private int gap;

  /// @param alongRows whether rows of the plane run along rows of the slices, not columns
  /// @param buffers for lines of that many voxels
  StraightRows(
      Volume volume,
      SliceGaps gaps,
      PlaneMap map,
      boolean alongRows,
      PlaneInterpolation how,
      RowBuffers buffers) {
    this.along = alongRows ? map.i() : map.j();
    this.across = alongRows ? map.j() : map.i();
    this.height = map.height();
    this.alongRows = alongRows;
    this.gaps = gaps;
    this.source = new SliceLines(volume, alongRows);
    this.how = how;
    this.taps = buffers.taps;
    this.slices = volume.geometry().slices();
    this.lines = buffers.lines;
    this.blended = buffers.blended;
    taps.clear();
  }

  @Override
  public void row(int row, double depth, float[] out) {
    double at = height.at(0, row, depth);
    gap = gaps.gap(at, gap);
    double k = gaps.slice(at, gap);
    double slice = how.place(gaps.source(at, gap, k), slices);
    double place = how.place(across.at(0, row, depth) - shift(k, !alongRows), source.count());
    if (Double.isNaN(slice) || Double.isNaN(place)) {
      Arrays.fill(out, Float.NaN);
      return;
    }
    taps.prepare(
        along.at(0, row, depth) - shift(k, alongRows), along.perColumn(), source.length(), how);
    int below = (int) slice;
    float weight = (float) (slice - below);
    float[] lower = line(below, place);
    if (weight == 0) {
      taps.sample(lower, out);
    } else {
      blend(lower, line(below + 1, place), weight, blended);
      taps.sample(blended, out);
    }
  }

  private double shift(double k, boolean ofColumns) {
    return ofColumns ? gaps.shiftI(k, gap) : gaps.shiftJ(k, gap);
  }

  // Neighbouring slices differ in parity, so one never takes the other's place.
  private float[] line(int k, double place) {
    int kept = k & 1;
    if (lineSlice[kept] != k || !(Math.abs(linePlace[kept] - place) < SAME)) {
      source.read(k, place, lines[kept]);
      lineSlice[kept] = k;
      linePlace[kept] = place;
    }
    return lines[kept];
  }

  private static void blend(float[] lower, float[] upper, float weight, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = lower[i] + (upper[i] - lower[i]) * weight;
    }
  }
}
