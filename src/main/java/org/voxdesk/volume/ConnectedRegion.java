package org.voxdesk.volume;

import java.util.Arrays;
import org.voxdesk.task.Progress;

/// The voxels that can be reached from one of them through faces, staying among those that fulfil a
/// condition: 6-connected in a stack, 4-connected in a single slice.
///
/// Rows are filled as a whole, and only the beginnings of the runs beside them are remembered
/// (Smith, Tint Fill, 1979), so that the memory needed beside the marks is small.
public final class ConnectedRegion {
  /// How many runs are filled between two looks at whether the result is still wanted.
  private static final int OFTEN = 4096;

  private final int columns;
  private final int rows;
  private final Condition condition;
  private final byte[][] marks;
  private long count;

  // What is still to be looked at: column, row, slice in turn.
  private int[] open = new int[3 * 256];
  private int size;

  /// Which voxels may belong to the region.
  @FunctionalInterface
  public interface Condition {
    boolean holds(int i, int j, int k);
  }

  private ConnectedRegion(int columns, int rows, int slices, Condition condition) {
    this.columns = columns;
    this.rows = rows;
    this.condition = condition;
    this.marks = new byte[slices][];
    for (int k = 0; k < slices; k++) {
      marks[k] = new byte[columns * rows];
    }
  }

  /// The region around a voxel; empty where that does not fulfil the condition itself. How far it
  /// is, is told in voxels found, of an unknown total.
  ///
  /// @throws IndexOutOfBoundsException if the seed is no voxel
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static ConnectedRegion grow(
      int columns, int rows, int slices, int[] seed, Condition condition, Progress progress) {
    if (seed[0] < 0
        || seed[1] < 0
        || seed[2] < 0
        || seed[0] >= columns
        || seed[1] >= rows
        || seed[2] >= slices) {
      throw new IndexOutOfBoundsException("seed " + Arrays.toString(seed));
    }
    var region = new ConnectedRegion(columns, rows, slices, condition);
    if (condition.holds(seed[0], seed[1], seed[2])) {
      region.push(seed[0], seed[1], seed[2]);
      region.fill(progress);
    }
    return region;
  }

  private void fill(Progress progress) {
    for (long runs = 0; size > 0; runs++) {
      if (runs % OFTEN == 0) {
        progress.checkCancelled();
        progress.report(count, 0);
      }
      size -= 3;
      int i = open[size];
      int j = open[size + 1];
      int k = open[size + 2];
      if (isFree(i, j, k)) {
        run(i, j, k);
      }
    }
  }

  private void run(int i, int j, int k) {
    int from = i;
    while (from > 0 && isFree(from - 1, j, k)) {
      from--;
    }
    int to = i;
    while (to + 1 < columns && isFree(to + 1, j, k)) {
      to++;
    }
    int row = j * columns;
    Arrays.fill(marks[k], row + from, row + to + 1, (byte) 1);
    count += to - from + 1;
    beside(from, to, j - 1, k);
    beside(from, to, j + 1, k);
    beside(from, to, j, k - 1);
    beside(from, to, j, k + 1);
  }

  /// Remembers the first voxel of each run that touches columns `from` to `to` of another row.
  private void beside(int from, int to, int j, int k) {
    if (j < 0 || k < 0 || j >= rows || k >= marks.length) {
      return;
    }
    boolean inRun = false;
    for (int i = from; i <= to; i++) {
      boolean free = isFree(i, j, k);
      if (free && !inRun) {
        push(i, j, k);
      }
      inRun = free;
    }
  }

  private boolean isFree(int i, int j, int k) {
    return marks[k][j * columns + i] == 0 && condition.holds(i, j, k);
  }

  private void push(int i, int j, int k) {
    if (size == open.length) {
      open = Arrays.copyOf(open, 2 * open.length);
    }
    open[size++] = i;
    open[size++] = j;
    open[size++] = k;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public int slices() {
    return marks.length;
  }

  /// How many voxels it has.
  public long count() {
    return count;
  }

  /// 1 for each voxel of slice `k` that belongs to it, else 0, `[j * columns + i]`; shared, not to
  /// be written to.
  public byte[] marks(int k) {
    return marks[k];
  }
}
