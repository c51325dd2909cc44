package org.voxdesk.volume;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// Cuts a plane of any position and direction out of a volume.
///
/// Indices follow the slices' true positions as [Geometry#index] does, so uneven spacing and a
/// tilted gantry are drawn in true proportions. Voxels reach half a spacing around their centres;
/// between the outermost centres and there the outermost value holds. What touches a padding voxel
/// is outside. Interpolated in float and rounded once, half to even, to a part of the volume's step
/// ([#finer]), so that means and probes are not those of whole numbers.
///
/// Planes along the rows or columns of the slices are made of whole lines of voxels, all others
/// pixel by pixel; the benchmark is `Frames`.
public final class PlaneSampler {
  /// What stands where the plane, or of a slab all of it, is outside the scan.
  public static final short OUTSIDE = Short.MIN_VALUE;

  /// How many voxels a plane may drift sideways over its whole width and still count as straight:
  /// less than shows in a value.
  private static final double DRIFT = 1e-4;

  /// Rows computed in one go.
  private static final int BAND = 32;

  /// Finer than this nobody measures.
  private static final int FINEST = 16;

  private final Volume volume;
  private final SliceGaps gaps;
  private final PlaneMap map;
  private final int columns;
  private final int rows;
  private final PlaneInterpolation how;
  private final Slab.Kind kind;
  private final List<Slab.Sample> samples;
  private final boolean alongRows;
  private final boolean alongColumns;
  private final int finer;

  private PlaneSampler(
      Volume volume, PlaneMap map, int columns, int rows, PlaneInterpolation how, Layer layer) {
    this.volume = volume;
    this.gaps = SliceGaps.of(volume.geometry());
    this.map = map;
    this.columns = columns;
    this.rows = rows;
    this.how = how;
    this.kind = layer.kind();
    this.samples = layer.samples();
    this.finer = finer(volume);
    double slices = Math.abs(map.height().perColumn()) * columns / layer.smallestGap();
    this.alongRows = Math.max(slices, Math.abs(map.j().perColumn()) * columns) < DRIFT;
    this.alongColumns = Math.max(slices, Math.abs(map.i().perColumn()) * columns) < DRIFT;
  }

  /// What a slab comes to in one volume.
  private record Layer(Slab.Kind kind, List<Slab.Sample> samples, double smallestGap) {
    static Layer of(Slab slab, PlaneGrid grid, Geometry geometry) {
      AcquisitionAxes axes = AcquisitionAxes.of(geometry);
      return new Layer(
          slab.kind(),
          slab.samples(axes.spacingAlong(grid.normal())),
          axes.spacing(AcquisitionAxes.NORMAL));
    }
  }

  /// How many steps of a plane's values make one of the volume's: a power of two, as many as int16
  /// has room for, at most 16.
  public static int finer(Volume volume) {
    int room = Short.MAX_VALUE / Math.max(1, volume.reach());
    return Math.max(1, Math.min(FINEST, Integer.highestOneBit(room)));
  }

  /// Samples a plane, or a layer around it.
  ///
  /// @return the grid's values row by row, in steps of [Volume#step] / [#finer] output units;
  ///   [#OUTSIDE] where it leaves the scan
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static short[] sample(
      Volume volume,
      PlaneGrid grid,
      PlaneInterpolation how,
      Slab slab,
      Progress progress,
      Parallel parallel) {
    short[] out = new short[Math.multiplyExact(grid.columns(), grid.rows())];
    PlaneMap map = PlaneMap.of(volume.geometry(), grid);
    Layer layer = Layer.of(slab, grid, volume.geometry());
    var upright = new PlaneSampler(volume, map, grid.columns(), grid.rows(), how, layer);
    var turned =
        new PlaneSampler(volume, map.transposed(), grid.rows(), grid.columns(), how, layer);
    if (upright.isStraight() || !turned.isStraight()) {
      upright.run(out, progress, parallel);
      return out;
    }
    short[] columnByColumn = new short[out.length];
    turned.run(columnByColumn, progress, parallel);
    transpose(columnByColumn, grid.rows(), out);
    return out;
  }

  private static void transpose(short[] from, int width, short[] to) {
    int height = from.length / width;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        to[column * height + row] = from[row * width + column];
      }
    }
  }

  /// Whether rows of the plane stay in one slice, and in one row or column of it.
  private boolean isStraight() {
    return alongRows || alongColumns;
  }

  private PlaneRows source() {
    return isStraight()
        ? new StraightRows(volume, gaps, map, alongRows, columns, how)
        : new ObliqueRows(volume, gaps, map, how);
  }

  private void run(short[] out, Progress progress, Parallel parallel) {
    int bands = (rows + BAND - 1) / BAND;
    AtomicInteger done = new AtomicInteger();
    parallel.forEach(
        bands,
        band -> {
          progress.checkCancelled();
          int from = band * BAND;
          band(from, Math.min(rows, from + BAND), out, progress);
          progress.report(done.incrementAndGet(), bands);
        });
  }

  private void band(int from, int to, short[] out, Progress progress) {
    PlaneRows source = source();
    float[] values = new float[columns];
    if (samples.size() == 1) {
      for (int row = from; row < to; row++) {
        source.row(row, 0, values);
        store(values, out, row * columns);
      }
      return;
    }
    SlabBand sofar = new SlabBand(kind, (to - from) * columns);
    for (Slab.Sample sample : samples) {
      progress.checkCancelled();
      for (int row = from; row < to; row++) {
        source.row(row, sample.depth(), values);
        sofar.add(values, sample.weight(), (row - from) * columns);
      }
    }
    for (int row = from; row < to; row++) {
      sofar.result((row - from) * columns, values);
      store(values, out, row * columns);
    }
  }

  private void store(float[] values, short[] out, int offset) {
    float scale = finer;
    for (int i = 0; i < values.length; i++) {
      float value = values[i] * scale;
      out[offset + i] = Float.isNaN(value) ? OUTSIDE : (short) HalfEven.rint(value);
    }
  }
}
