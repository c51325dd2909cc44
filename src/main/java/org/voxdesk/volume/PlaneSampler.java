package org.voxdesk.volume;

import java.util.ArrayDeque;
import java.util.Deque;
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
  private final Layer layer;
  private final PlaneScratch scratch;
  private final boolean alongRows;
  private final boolean alongColumns;
  private final int finer;
  private final Deque<Worker> workers = new ArrayDeque<>();

  private PlaneSampler(
      Volume volume,
      PlaneMap map,
      int columns,
      int rows,
      PlaneInterpolation how,
      Layer layer,
      PlaneScratch scratch) {
    this.volume = volume;
    this.gaps = scratch.layout(volume.geometry()).gaps();
    this.map = map;
    this.columns = columns;
    this.rows = rows;
    this.how = how;
    this.layer = layer;
    this.scratch = scratch;
    this.finer = finer(volume);
    double slices = Math.abs(map.height().perColumn()) * columns / layer.smallestGap();
    this.alongRows = Math.max(slices, Math.abs(map.j().perColumn()) * columns) < DRIFT;
    this.alongColumns = Math.max(slices, Math.abs(map.i().perColumn()) * columns) < DRIFT;
  }

  /// What a slab comes to in one volume.
  private record Layer(Slab.Kind kind, List<Slab.Sample> samples, double smallestGap) {
    static Layer of(Slab slab, PlaneGrid grid, AcquisitionAxes axes) {
      return new Layer(
          slab.kind(),
          slab.samples(axes.spacingAlong(grid.normal())),
          axes.spacing(AcquisitionAxes.NORMAL));
    }
  }

  /// What one thread makes rows with.
  private record Worker(RowBuffers buffers, PlaneRows rows) {}

  /// How many steps of a plane's values make one of the volume's: a power of two, as many as int16
  /// has room for, at most 16.
  public static int finer(Volume volume) {
    int room = Short.MAX_VALUE / Math.max(1, volume.reach());
    return Math.max(1, Math.min(FINEST, Integer.highestOneBit(room)));
  }

  /// Samples a plane, or a layer around it, with memory of its own.
  ///
  /// @return the values, as [#sampleInto] writes them
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static short[] sample(
      Volume volume,
      PlaneGrid grid,
      PlaneInterpolation how,
      Slab slab,
      Progress progress,
      Parallel parallel) {
    short[] out = new short[Math.multiplyExact(grid.columns(), grid.rows())];
    sampleInto(out, volume, grid, how, slab, progress, parallel, new PlaneScratch());
    return out;
  }

  /// Samples a plane, or a layer around it.
  ///
  /// @param out takes the grid's values row by row, in steps of [Volume#step] / [#finer] output
  ///   units; [#OUTSIDE] where it leaves the scan
  /// @param scratch nobody else's meanwhile
  /// @throws IllegalArgumentException if `out` is not as long as the grid has pixels
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static void sampleInto(
      short[] out,
      Volume volume,
      PlaneGrid grid,
      PlaneInterpolation how,
      Slab slab,
      Progress progress,
      Parallel parallel,
      PlaneScratch scratch) {
    if (out.length != Math.multiplyExact(grid.columns(), grid.rows())) {
      throw new IllegalArgumentException(
          grid.columns() + " x " + grid.rows() + " pixels in " + out.length);
    }
    PlaneMap map = PlaneMap.of(volume.geometry(), grid);
    Layer layer = Layer.of(slab, grid, scratch.layout(volume.geometry()).axes());
    int columns = grid.columns();
    int rows = grid.rows();
    var upright = new PlaneSampler(volume, map, columns, rows, how, layer, scratch);
    var turned = new PlaneSampler(volume, map.transposed(), rows, columns, how, layer, scratch);
    if (upright.isStraight() || !turned.isStraight()) {
      upright.run(out, progress, parallel);
    } else {
      short[] columnByColumn = scratch.turned(out.length);
      turned.run(columnByColumn, progress, parallel);
      transpose(columnByColumn, rows, out);
    }
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

  private Worker newWorker() {
    if (!isStraight()) {
      return new Worker(scratch.take(columns, 0), new ObliqueRows(volume, gaps, map, how));
    }
    SlicePlane plane = volume.geometry().plane();
    RowBuffers buffers = scratch.take(columns, alongRows ? plane.columns() : plane.rows());
    return new Worker(buffers, new StraightRows(volume, gaps, map, alongRows, how, buffers));
  }

  private synchronized Worker take() {
    return workers.isEmpty() ? newWorker() : workers.pop();
  }

  private synchronized void give(Worker worker) {
    workers.push(worker);
  }

  private void run(short[] out, Progress progress, Parallel parallel) {
    int bands = (rows + BAND - 1) / BAND;
    AtomicInteger done = new AtomicInteger();
    parallel.forEach(
        bands,
        band -> {
          progress.checkCancelled();
          Worker worker = take();
          int from = band * BAND;
          band(from, Math.min(rows, from + BAND), worker, out, progress);
          give(worker);
          progress.report(done.incrementAndGet(), bands);
        });
    workers.forEach(worker -> scratch.give(worker.buffers()));
  }

  private void band(int from, int to, Worker worker, short[] out, Progress progress) {
    PlaneRows source = worker.rows();
    float[] values = worker.buffers().values;
    if (layer.samples().size() == 1) {
      for (int row = from; row < to; row++) {
        source.row(row, 0, values);
        store(values, out, row * columns);
      }
      return;
    }
    SlabBand sofar = worker.buffers().slab;
    sofar.begin(layer.kind(), (to - from) * columns);
    for (Slab.Sample sample : layer.samples()) {
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
