package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.voxdesk.text.Sentence;

/// The classic recipe, bit for bit: linear in z, rounded to int16, then linear in x and y, rounded.
///
/// Each pass copies where it would not change the size; pixels of exactly half the wanted spacing
/// are averaged in 2 × 2 blocks instead ([MeanPass]); source values of -2000 count as 0.
/// Interpolation weights lie between 0 and 1 and add up to 1 within a float's last place, so
/// results never leave int16 and the recipe's saturation has nothing to do. Any region costs only
/// its own share of the work and equals the same region of the whole.
public final class ClassicResampler implements ResampledGrid {
  private final Volume volume;
  private final ClassicAxis x;
  private final ClassicAxis y;
  private final ClassicAxis z;
  private final boolean replacing;
  private final boolean mean;
  private final Geometry geometry;

  private ClassicResampler(
      Volume volume, ClassicAxis x, ClassicAxis y, ClassicAxis z, boolean replacing) {
    this.volume = volume;
    this.x = x;
    this.y = y;
    this.z = z;
    this.replacing = replacing;
    this.mean = 1.0 / x.scale() == 2 && 1.0 / y.scale() == 2;
    this.geometry = gridGeometry(volume.geometry(), x, y, z);
  }

  /// Prepares the grid of `mm` millimetres; computes nothing yet.
  ///
  /// @throws ResampleException if the volume lacks the spacing that the recipe needs, or a slice
  public static ClassicResampler of(Volume volume, double mm) throws ResampleException {
    return of(volume, mm, true);
  }

  /// The same, with a choice about the recipe's step before resampling, in which -2000 becomes 0.
  static ClassicResampler of(Volume volume, double mm, boolean replacing) throws ResampleException {
    GridLimits.requireMm(mm);
    if (!volume.missing().isEmpty()) {
      Sentence reason = volume.missing().firstEntry().getValue();
      throw new ResampleException(Sentence.of("resample.missing", volume.missing().size(), reason));
    }
    ClassicSpacing spacing =
        volume
            .classicSpacing()
            .filter(s -> usable(s.x()) && usable(s.y()) && usable(s.z()))
            .orElseThrow(() -> new ResampleException(volume.classicRefusal()));
    Geometry source = volume.geometry();
    ClassicAxis x = ClassicAxis.scaled(source.columns(), spacing.x() / mm, true);
    ClassicAxis y = ClassicAxis.scaled(source.rows(), spacing.y() / mm, false);
    ClassicAxis z = ClassicAxis.scaled(source.slices(), spacing.z() / mm, false);
    GridLimits.requireGrid(x.length(), y.length(), z.length(), mm);
    boolean copyPlane = x.keepsLength() && y.keepsLength();
    return new ClassicResampler(
        volume,
        copyPlane ? x.copied() : x,
        copyPlane ? y.copied() : y,
        z.keepsLength() ? z.copied() : z,
        replacing);
  }

  private static boolean usable(double spacing) {
    return spacing > 0 && Double.isFinite(spacing);
  }

  private static Geometry gridGeometry(
      Geometry source, ClassicAxis x, ClassicAxis y, ClassicAxis z) {
    SlicePlane from = source.plane();
    SlicePlane plane =
        new SlicePlane(
            x.length(),
            y.length(),
            from.columnSpacing() / x.scale(),
            from.rowSpacing() / y.scale(),
            from.rowDirection(),
            from.columnDirection());
    List<Lps> positions = new ArrayList<>(z.length());
    for (int k = 0; k < z.length(); k++) {
      positions.add(source.lps(x.toSource(0), y.toSource(0), z.toSource(k)));
    }
    return positions.size() == 1
        ? Geometry.ofSingleSlice(plane, positions.getFirst(), source.sliceSpacing() / z.scale())
        : Geometry.of(plane, positions);
  }

  /// Where the grid's voxels lie in the patient, by the recipe's own sampling positions: voxel d of
  /// an axis is at source index `(d + 0.5) / scale - 0.5`.
  @Override
  public Geometry geometry() {
    return geometry;
  }

  @Override
  public void slice(int k, short[] out, byte[] mask) {
    region(0, 0, k, x.length(), y.length(), 1, out);
    Arrays.fill(mask, 0, x.length() * y.length(), (byte) 1);
  }

  @Override
  public SliceRange sources(int k) {
    LinearTaps through = z.taps(k, k + 1);
    int first = Math.min(through.first[0], through.second[0]);
    return new SliceRange(first, Math.max(through.first[0], through.second[0]) + 1);
  }

  /// Resamples slice `k` of a mask of the source's size, `[k][j * columns + i]`, by the nearest
  /// rule that the recipe uses for masks.
  public void maskSlice(byte[][] mask, int k, byte[] out) {
    byte[] source = mask[z.nearest(k)];
    int[] across = new int[x.length()];
    Arrays.setAll(across, x::nearest);
    for (int row = 0; row < y.length(); row++) {
      int from = y.nearest(row) * x.source();
      int to = row * x.length();
      for (int i = 0; i < across.length; i++) {
        out[to + i] = source[from + across[i]];
      }
    }
  }

  @Override
  public byte[] mask(SourceMask mask, Cube cube) {
    int size = cube.size();
    Voxel start = cube.placement().start();
    byte[] out = new byte[size * size * size];
    for (int at = 0; at < out.length; at++) {
      int i = x.nearest((int) start.i() + at % size);
      int j = y.nearest((int) start.j() + at / size % size);
      int k = z.nearest((int) start.k() + at / (size * size));
      out[at] = (byte) (mask.contains(i, j, k) ? 1 : 0);
    }
    return out;
  }

  @Override
  public Cube cube(CubeRequest request) throws ResampleException {
    int size = request.size();
    GridLimits.requireCube(request);
    Voxel grid = onGrid(request.point());
    Voxel voxel = new Voxel(x.toSource(grid.i()), y.toSource(grid.j()), z.toSource(grid.k()));
    GridLimits.requireInside(voxel, volume.geometry());
    if (Math.min(x.length(), Math.min(y.length(), z.length())) < size) {
      throw new ResampleException(
          Sentence.of("resample.too.small", x.length(), y.length(), z.length(), size));
    }
    boolean onWholeVoxel = !(request.point() instanceof CubePoint.AtGrid);
    ClassicStart i = start(grid.i(), size, x.length(), onWholeVoxel);
    ClassicStart j = start(grid.j(), size, y.length(), onWholeVoxel);
    ClassicStart k = start(grid.k(), size, z.length(), onWholeVoxel);
    short[] values = new short[size * size * size];
    region(i.start(), j.start(), k.start(), size, size, size, values);
    byte[] mask = new byte[values.length];
    Arrays.fill(mask, (byte) 1);
    Voxel start = new Voxel(i.start(), j.start(), k.start());
    CubePlacement placement =
        new CubePlacement(
            volume.geometry().lps(voxel),
            voxel,
            grid,
            start,
            grid.minus(start),
            new Voxel(i.shift(), j.shift(), k.shift()),
            j.pastEnd());
    List<SliceRange> sources =
        IntStream.range(k.start(), k.start() + size).mapToObj(this::sources).toList();
    return new Cube(
        request, interpolation(), values, mask, placement, affine(start, size), sources);
  }

  private Voxel onGrid(CubePoint point) {
    return switch (point) {
      case CubePoint.AtGrid at -> new Voxel(at.x(), at.y(), at.z());
      case CubePoint.AtLps at -> toGrid(volume.geometry().index(at.point()));
      case CubePoint.AtVoxel at -> toGrid(at.voxel());
    };
  }

  private Voxel toGrid(Voxel voxel) {
    return new Voxel(x.toGrid(voxel.i()), y.toGrid(voxel.j()), z.toGrid(voxel.k()));
  }

  // A point given in grid voxels is taken as the recipe takes it; one found through the geometry is
  // first rounded to the voxel it falls in, which is what users of the recipe hand to it.
  private static ClassicStart start(double at, int size, int length, boolean onWholeVoxel) {
    return ClassicStart.of(onWholeVoxel ? Math.rint(at) : at, size, length);
  }

  private Affine affine(Voxel start, int size) {
    Lps origin = geometry.lps(start);
    Lps far = geometry.lps(start.plus(new Voxel(0, 0, size)));
    return new Affine(
        geometry.plane().offset(1, 0),
        geometry.plane().offset(0, 1),
        far.minus(origin).times(1.0 / size),
        origin);
  }

  @Override
  public String interpolation() {
    return mean
        ? "linear in z rounded to int16, then mean of 2 x 2 in x and y rounded to int16"
        : "linear in z rounded to int16, then linear in x and y rounded to int16";
  }

  /// Computes a box of the grid into `out` as `[z][y][x]`.
  private void region(int x0, int y0, int z0, int width, int height, int depth, short[] out) {
    LinearTaps across = x.taps(x0, x0 + width);
    LinearTaps down = y.taps(y0, y0 + height);
    LinearTaps through = z.taps(z0, z0 + depth);
    for (int d = 0; d < depth; d++) {
      PlanePass.SourceRows rows = sourceRows(through, d);
      int offset = d * width * height;
      PlanePass.OutputRows output = (row, values) -> store(values, out, offset + row * width);
      if (mean) {
        new MeanPass(rows, x.source(), y.source(), z.length()).run(x0, y0, width, height, output);
      } else {
        new PlanePass(rows, across).run(down, output);
      }
    }
  }

  private PlanePass.SourceRows sourceRows(LinearTaps through, int d) {
    short[] lower = volume.slice(through.first[d]);
    short[] upper = volume.slice(through.second[d]);
    float lowerWeight = through.firstWeight[d];
    float upperWeight = through.secondWeight[d];
    int columns = x.source();
    float[] above = new float[columns];
    return (row, from, to, into) -> {
      read(lower, row * columns, from, to, into);
      read(upper, row * columns, from, to, above);
      blend(into, lowerWeight, above, upperWeight, from, to);
    };
  }

  // -2000 becomes 0, everything else stays: multiplied by 0 or 1. Two plain loops, because they
  // vectorise where one with a comparison does not.
  private void read(short[] slice, int offset, int from, int to, float[] into) {
    for (int i = from; i < to; i++) {
      into[i] = slice[offset + i];
    }
    if (replacing) {
      for (int i = from; i < to; i++) {
        into[i] *= Math.min(Math.abs(into[i] + 2000f), 1f);
      }
    }
  }

  private static void blend(
      float[] lower, float lowerWeight, float[] upper, float upperWeight, int from, int to) {
    for (int i = from; i < to; i++) {
      lower[i] = HalfEven.rint(lower[i] * lowerWeight + upper[i] * upperWeight);
    }
  }

  private static void store(float[] values, short[] out, int offset) {
    for (int i = 0; i < values.length; i++) {
      out[offset + i] = (short) HalfEven.rint(values[i]);
    }
  }
}
