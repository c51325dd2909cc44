package org.voxdesk.volume;

import java.util.Arrays;
import org.voxdesk.study.SliceStack;

/// Where a height along the normal lies between the slices, and how far a stack leans there.
///
/// The same piecewise linear way as [Geometry#index]: straight between two slices, and on with the
/// nearest gap beyond the first and last. A single slice has one gap, of its own spacing. Where
/// slices are missing, those beside them reach half a usual step, and between is nothing.
final class SliceGaps {
  private final double[] heights;
  private final double[] slicesPerMm;
  private final double[] shiftI;
  private final double[] shiftJ;
  private final boolean[] missing;
  private final double reach;

  private SliceGaps(double[] heights, double[] slicesPerMm, double[] shiftI, double[] shiftJ) {
    this.heights = heights;
    this.slicesPerMm = slicesPerMm;
    this.shiftI = shiftI;
    this.shiftJ = shiftJ;
    double usual = SliceStack.usualStep(Arrays.stream(heights).boxed().toList()).orElseThrow();
    this.reach = usual / 2;
    this.missing = new boolean[slicesPerMm.length];
    for (int gap = 0; gap < missing.length; gap++) {
      missing[gap] = SliceStack.isGap(heights[gap + 1] - heights[gap], usual);
    }
  }

  static SliceGaps of(Geometry geometry) {
    int gaps = Math.max(1, geometry.slices() - 1);
    double[] heights = new double[gaps + 1];
    double[] shiftI = new double[gaps + 1];
    double[] shiftJ = new double[gaps + 1];
    for (int k = 0; k <= gaps; k++) {
      Lps position = geometry.lps(0, 0, k);
      double[] shift = geometry.plane().pixel(position.minus(geometry.position(0)));
      heights[k] = position.dot(geometry.normal());
      shiftI[k] = shift[0];
      shiftJ[k] = shift[1];
    }
    double[] slicesPerMm = new double[gaps];
    for (int k = 0; k < gaps; k++) {
      slicesPerMm[k] = 1 / (heights[k + 1] - heights[k]);
    }
    return new SliceGaps(heights, slicesPerMm, shiftI, shiftJ);
  }

  /// The gap that `height` lies in, looked for from gap `near` on.
  int gap(double height, int near) {
    int gap = near;
    while (gap > 0 && height < heights[gap]) {
      gap--;
    }
    while (gap < slicesPerMm.length - 1 && height >= heights[gap + 1]) {
      gap++;
    }
    return gap;
  }

  /// The fractional slice at `height`, which lies in `gap` or beyond the outermost slice.
  double slice(double height, int gap) {
    return gap + (height - heights[gap]) * slicesPerMm[gap];
  }

  /// The slice that values at `height` come from, `slice` unless slices are missing there: then the
  /// nearest one, or NaN where none reaches.
  double source(double height, int gap, double slice) {
    if (!missing[gap] || height <= heights[gap] || height >= heights[gap + 1]) {
      return slice;
    }
    if (height - heights[gap] <= reach) {
      return gap;
    }
    return heights[gap + 1] - height <= reach ? gap + 1 : Double.NaN;
  }

  /// How many columns slice `k` is shifted against slice 0, in its own plane.
  double shiftI(double k, int gap) {
    return shiftI[gap] + (k - gap) * (shiftI[gap + 1] - shiftI[gap]);
  }

  /// How many rows slice `k` is shifted against slice 0, in its own plane.
  double shiftJ(double k, int gap) {
    return shiftJ[gap] + (k - gap) * (shiftJ[gap + 1] - shiftJ[gap]);
  }
}
