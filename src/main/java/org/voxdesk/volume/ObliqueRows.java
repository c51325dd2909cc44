package org.voxdesk.volume;

/// Rows of a plane that lies anyhow, pixel by pixel.
final class ObliqueRows implements PlaneRows {
  private final Volume volume;
  private final SliceGaps gaps;
  private final PlaneMap map;
  private final PlaneInterpolation how;
  private final int columns;
  private final int rows;
  private final int slices;
  private final boolean hasPadding;
  private final int outside;
  private int gap;

  ObliqueRows(Volume volume, SliceGaps gaps, PlaneMap map, PlaneInterpolation how) {
    this.volume = volume;
    this.gaps = gaps;
    this.map = map;
    this.how = how;
    this.columns = volume.geometry().columns();
    this.rows = volume.geometry().rows();
    this.slices = volume.geometry().slices();
    this.hasPadding = volume.padding().isPresent();
    this.outside = volume.padding().orElse(0);
  }

  @Override
  public void row(int row, double depth, float[] out) {
    double height = map.height().at(0, row, depth);
    double i = map.i().at(0, row, depth);
    double j = map.j().at(0, row, depth);
    for (int at = 0; at < out.length; at++) {
      double there = height + at * map.height().perColumn();
      gap = gaps.gap(there, gap);
      double k = gaps.slice(there, gap);
      double slice = place(gaps.source(there, gap, k), slices);
      double column = place(i + at * map.i().perColumn() - gaps.shiftI(k, gap), columns);
      double line = place(j + at * map.j().perColumn() - gaps.shiftJ(k, gap), rows);
      // NaN where any of the three is outside.
      out[at] = Double.isNaN(slice + column + line) ? Float.NaN : value(column, line, slice);
    }
  }

  // Snapping to whole places costs more than all the rest, and shows only beside padding.
  private double place(double index, int length) {
    if (hasPadding || how == PlaneInterpolation.NEAREST) {
      return how.place(index, length);
    }
    double edge = 0.5 + PlaneInterpolation.SNAP;
    return index >= -edge && index <= length - 1 + edge
        ? Math.max(0, Math.min(length - 1, index))
        : Double.NaN;
  }

  private float value(double i, double j, double k) {
    int column = (int) i;
    int row = (int) j;
    int slice = (int) k;
    float iWeight = (float) (i - column);
    float jWeight = (float) (j - row);
    float kWeight = (float) (k - slice);
    int first = row * columns + column;
    int nextColumn = iWeight == 0 ? 0 : 1;
    int nextRow = jWeight == 0 ? 0 : columns;
    float lower = inSlice(volume.slice(slice), first, nextColumn, nextRow, iWeight, jWeight);
    if (kWeight == 0) {
      return lower;
    }
    float upper = inSlice(volume.slice(slice + 1), first, nextColumn, nextRow, iWeight, jWeight);
    return lower + (upper - lower) * kWeight;
  }

  private float inSlice(
      short[] values, int first, int nextColumn, int nextRow, float iWeight, float jWeight) {
    short a = values[first];
    short b = values[first + nextColumn];
    short c = values[first + nextRow];
    short d = values[first + nextRow + nextColumn];
    if (hasPadding && (a == outside || b == outside || c == outside || d == outside)) {
      return Float.NaN;
    }
    float above = a + (b - a) * iWeight;
    float below = c + (d - c) * iWeight;
    return above + (below - above) * jWeight;
  }
}
