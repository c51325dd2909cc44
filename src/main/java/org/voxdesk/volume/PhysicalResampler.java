package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Resampling to exact millimetres along row, column and normal, from the slices' true positions.
///
/// In float, rounded once, half to even: trilinear between the eight voxels around a point, or as
/// [Sampling] says. Valid is what lies between the centres of the outermost voxels (for a single
/// slice, within half its spacing) and is touched by no padding voxel and no missing slice; all
/// else gets the fill value.
public final class PhysicalResampler implements ResampledGrid {
  /// Places this near to a whole index count as on it, so that rounding in the geometry neither
  /// loses an edge nor draws in a neighbour at no weight.
  private static final double SNAP = 1e-6;

  private final Volume volume;
  private final double mm;
  private final int fill;
  private final Sampling sampling;
  private final Geometry geometry;

  private PhysicalResampler(
      Volume volume, double mm, int fill, Sampling sampling, Geometry geometry) {
    this.volume = volume;
    this.mm = mm;
    this.fill = fill;
    this.sampling = sampling;
    this.geometry = geometry;
  }

  /// Prepares the grid of `mm` millimetres, which begins at the volume's first corner and holds all
  /// of it, tilted slices included; computes nothing yet.
  ///
  /// @param fill the value outside the scan
  /// @throws ResampleException if `mm` is no usable voxel size
  public static PhysicalResampler of(Volume volume, double mm, int fill, Sampling sampling)
      throws ResampleException {
    GridLimits.requireMm(mm);
    GridLimits.requireFill(fill);
    return new PhysicalResampler(volume, mm, fill, sampling, gridGeometry(volume.geometry(), mm));
  }

  private static Geometry gridGeometry(Geometry source, double mm) throws ResampleException {
    SlicePlane from = source.plane();
    double[] low = {0, 0};
    double[] high = {0, 0};
    for (int k = 0; k < source.slices(); k++) {
      double[] corner = from.pixel(source.position(k).minus(source.position(0)));
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], corner[axis]);
        high[axis] = Math.max(high[axis], corner[axis]);
      }
    }
    double columns = count((from.columns() - 1 + high[0] - low[0]) * from.columnSpacing(), mm);
    double rows = count((from.rows() - 1 + high[1] - low[1]) * from.rowSpacing(), mm);
    double slices = count((source.slices() - 1) * source.sliceSpacing(), mm);
    GridLimits.requireGrid(columns, rows, slices, mm);
    SlicePlane plane =
        new SlicePlane(
            (int) columns, (int) rows, mm, mm, from.rowDirection(), from.columnDirection());
    return Geometry.uniform(plane, source.lps(low[0], low[1], 0), mm, (int) slices);
  }

  private static double count(double length, double mm) {
    return Math.floor(length / mm + SNAP) + 1;
  }

  @Override
  public Geometry geometry() {
    return geometry;
  }

  @Override
  public void slice(int k, short[] out, byte[] mask) {
    plane(geometry.position(k), geometry.columns(), geometry.rows(), out, mask, 0);
  }

  @Override
  public SliceRange sources(int k) {
    return sources(geometry.position(k));
  }

  /// The source slices that a plane through `place` is computed from.
  private SliceRange sources(Lps place) {
    Geometry source = volume.geometry();
    double k = inReach(source.index(place).k(), source.slices(), source.slices() == 1 ? 0.5 : 0);
    if (Double.isNaN(k)) {
      return SliceRange.NONE;
    }
    AxisTap through = through(k);
    return new SliceRange(through.first(), through.end());
  }

  @Override
  public String interpolation() {
    return sampling.words();
  }

  @Override
  public Cube cube(CubeRequest request) throws ResampleException {
    GridLimits.requireCube(request);
    Lps point = locate(request.point());
    Geometry source = volume.geometry();
    Voxel voxel = source.index(point);
    GridLimits.requireInside(voxel, source);
    int size = request.size();
    int centre = size / 2;
    Affine affine = affineAround(point, centre);
    short[] values = new short[size * size * size];
    byte[] mask = new byte[values.length];
    List<SliceRange> sources = new ArrayList<>(size);
    for (int z = 0; z < size; z++) {
      plane(affine.lps(0, 0, z), size, size, values, mask, z * size * size);
      sources.add(sources(affine.lps(0, 0, z)));
    }
    Voxel grid = geometry.index(point);
    Voxel inCube = new Voxel(centre, centre, centre);
    CubePlacement placement =
        new CubePlacement(
            point, voxel, grid, grid.minus(inCube), inCube, new Voxel(0, 0, 0), false);
    return new Cube(request, sampling.words(), values, mask, placement, affine, sources);
  }

  private Lps locate(CubePoint point) {
    return switch (point) {
      case CubePoint.AtGrid at -> geometry.lps(at.x(), at.y(), at.z());
      case CubePoint.AtLps at -> at.point();
      case CubePoint.AtVoxel at -> volume.geometry().lps(at.voxel());
    };
  }

  private Affine affineAround(Lps point, int centre) {
    SlicePlane plane = geometry.plane();
    Lps perColumn = plane.rowDirection().times(mm);
    Lps perRow = plane.columnDirection().times(mm);
    Lps perSlice = geometry.normal().times(mm);
    Lps origin = point.minus(perColumn.plus(perRow).plus(perSlice).times(centre));
    return new Affine(perColumn, perRow, perSlice, origin);
  }

  /// Computes one plane whose first voxel lies at `corner`, with its validity.
  private void plane(Lps corner, int width, int height, short[] out, byte[] mask, int offset) {
    Geometry source = volume.geometry();
    Voxel first = source.index(corner);
    double k = inReach(first.k(), source.slices(), source.slices() == 1 ? 0.5 : 0);
    if (Double.isNaN(k)) {
      Arrays.fill(out, offset, offset + width * height, (short) fill);
      Arrays.fill(mask, offset, offset + width * height, (byte) 0);
      return;
    }
    if (!sampling.equals(Sampling.LINEAR)) {
      filtered(first, k, width, height, out, mask, offset);
      return;
    }
    LinearTaps x = taps(first.i(), mm / source.plane().columnSpacing(), width, source.columns());
    LinearTaps y = taps(first.j(), mm / source.plane().rowSpacing(), height, source.rows());
    new PlanePass(sourceRows(k), x)
        .run(y, (row, values) -> store(values, out, mask, offset + row * width));
  }

  private void filtered(
      Voxel first, double k, int width, int height, short[] out, byte[] mask, int offset) {
    Geometry source = volume.geometry();
    SlicePlane plane = source.plane();
    new FilteredPlane(
            volume, through(k), axisTaps(first.i(), plane.columnSpacing(), width, source.columns()))
        .run(
            axisTaps(first.j(), plane.rowSpacing(), height, source.rows()),
            (row, values) -> store(values, out, mask, offset + row * width));
  }

  private AxisTap through(double k) {
    Geometry source = volume.geometry();
    return AxisTap.of(
        k, source.slices(), s -> source.position(s).dot(source.normal()), mm, sampling);
  }

  private List<AxisTap> axisTaps(double first, double spacing, int count, int length) {
    List<AxisTap> taps = new ArrayList<>(count);
    for (int d = 0; d < count; d++) {
      double inside = inReach(first + d * (mm / spacing), length, 0);
      taps.add(
          Double.isNaN(inside)
              ? new AxisTap(0, new float[0])
              : AxisTap.of(inside, length, i -> i * spacing, mm, sampling));
    }
    return taps;
  }

  @Override
  public byte[] mask(SourceMask mask, Cube cube) {
    int size = cube.size();
    Geometry source = volume.geometry();
    byte[] out = new byte[size * size * size];
    for (int at = 0; at < out.length; at++) {
      int z = at / (size * size);
      Lps point = cube.affine().lps(at % size, at / size % size, z);
      Voxel voxel = source.index(point);
      if (source.contains(voxel)) {
        int i = nearest(voxel.i(), source.columns());
        int j = nearest(voxel.j(), source.rows());
        int k = nearest(voxel.k(), source.slices());
        out[at] = (byte) (mask.contains(i, j, k) ? 1 : 0);
      }
    }
    return out;
  }

  private static int nearest(double index, int length) {
    return Math.clamp((long) Math.rint(index), 0, length - 1);
  }

  private static LinearTaps taps(double first, double step, int count, int length) {
    LinearTaps taps = new LinearTaps(count);
    for (int d = 0; d < count; d++) {
      double index = first + d * step;
      double inside = inReach(index, length, 0);
      if (Double.isNaN(inside)) {
        int edge = index < 0 ? 0 : length - 1;
        taps.set(d, edge, edge, Float.NaN, Float.NaN);
      } else {
        int below = (int) inside;
        float weight = (float) (inside - below);
        taps.set(d, below, weight == 0 ? below : below + 1, 1f - weight, weight);
      }
    }
    return taps;
  }

  /// The index moved onto the samples 0 to `length` - 1 and snapped to whole ones; NaN when it lies
  /// more than `margin` beyond them.
  private static double inReach(double index, int length, double margin) {
    if (!(index >= -margin - SNAP && index <= length - 1 + margin + SNAP)) {
      return Double.NaN;
    }
    double whole = Math.rint(index);
    return Math.clamp(Math.abs(index - whole) < SNAP ? whole : index, 0.0, length - 1.0);
  }

  private PlanePass.SourceRows sourceRows(double k) {
    int below = (int) k;
    float weight = (float) (k - below);
    if (volume.isMissing(below) || (weight != 0 && volume.isMissing(below + 1))) {
      return (row, from, to, into) -> Arrays.fill(into, from, to, Float.NaN);
    }
    short[] lower = volume.slice(below);
    short[] upper = volume.slice(weight == 0 ? below : below + 1);
    int columns = volume.geometry().columns();
    OptionalInt padding = volume.padding();
    if (padding.isEmpty()) {
      return (row, from, to, into) -> blend(lower, upper, row * columns, from, to, weight, into);
    }
    int outside = padding.getAsInt();
    return (row, from, to, into) ->
        blendAround(outside, lower, upper, row * columns, from, to, weight, into);
  }

  private static void blend(
      short[] lower, short[] upper, int offset, int from, int to, float weight, float[] into) {
    float rest = 1f - weight;
    for (int i = from; i < to; i++) {
      into[i] = lower[offset + i] * rest + upper[offset + i] * weight;
    }
  }

  // A padding voxel becomes NaN, which spreads to every voxel that it touches.
  private static void blendAround(
      int padding,
      short[] lower,
      short[] upper,
      int offset,
      int from,
      int to,
      float weight,
      float[] into) {
    float rest = 1f - weight;
    for (int i = from; i < to; i++) {
      int a = lower[offset + i];
      int b = upper[offset + i];
      into[i] = a == padding || b == padding ? Float.NaN : a * rest + b * weight;
    }
  }

  private void store(float[] values, short[] out, byte[] mask, int offset) {
    short outside = (short) fill;
    for (int i = 0; i < values.length; i++) {
      float value = values[i];
      boolean valid = !Float.isNaN(value);
      float kept = Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE);
      out[offset + i] = valid ? (short) HalfEven.rint(kept) : outside;
      mask[offset + i] = (byte) (valid ? 1 : 0);
    }
  }
}
