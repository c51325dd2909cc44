package org.voxdesk.app.slice;

import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.SlicePixels;

/// Turns slices and their overlays, in memory that is used again: what it gives is to be drawn, and
/// stays as it is while two more are turned. For one thread.
public final class Turner {
  private final SliceBuffers pixels = new SliceBuffers();
  private final SliceBuffers marks = new SliceBuffers();

  /// Where the pixels of a turned slice are in the stored one: a straight way along rows and
  /// columns.
  ///
  /// @param from the first of them
  /// @param perColumn to the one in the next column
  /// @param perRow to the one in the next row
  private record Way(int columns, int rows, int from, int perColumn, int perRow) {
    static Way of(Turn turn, int storedColumns, int storedRows) {
      int from = at(turn, 0, 0, storedColumns, storedRows);
      return new Way(
          turn.isUpright() ? storedColumns : storedRows,
          turn.isUpright() ? storedRows : storedColumns,
          from,
          at(turn, 1, 0, storedColumns, storedRows) - from,
          at(turn, 0, 1, storedColumns, storedRows) - from);
    }

    private static int at(Turn turn, int i, int j, int storedColumns, int storedRows) {
      double[] at = turn.stored(i, j, storedColumns, storedRows);
      int row = (int) at[1];
      int column = (int) at[0];
      return row * storedColumns + column;
    }

    int size() {
      return columns * rows;
    }
  }

  /// The slice turned; itself where nothing is to be done.
  public SlicePixels turned(SlicePixels slice, Turn turn) {
    if (turn.equals(Turn.NONE)) {
      return slice;
    }
    Way way = Way.of(turn, slice.columns(), slice.rows());
    double columnMm = turn.isUpright() ? slice.columnMm() : slice.rowMm();
    double rowMm = turn.isUpright() ? slice.rowMm() : slice.columnMm();
    return switch (slice) {
      case SlicePixels.Shorts s ->
          new SlicePixels.Shorts(
              way.columns(),
              way.rows(),
              columnMm,
              rowMm,
              turned(s.values(), way),
              s.signed(),
              s.transform());
      case SlicePixels.Doubles s ->
          new SlicePixels.Doubles(
              way.columns(), way.rows(), columnMm, rowMm, turned(s.values(), way), s.transform());
      case SlicePixels.Rgb s ->
          new SlicePixels.Rgb(way.columns(), way.rows(), columnMm, rowMm, turned(s.values(), way));
    };
  }

  /// The overlay turned; itself where nothing is to be done.
  public OverlayMask turned(OverlayMask mask, Turn turn) {
    if (turn.equals(Turn.NONE)) {
      return mask;
    }
    Way way = Way.of(turn, mask.columns(), mask.rows());
    byte[] out = marks.bytes(way.size());
    for (int row = 0; row < way.rows(); row++) {
      int from = way.from() + row * way.perRow();
      for (int column = 0; column < way.columns(); column++) {
        out[row * way.columns() + column] = mask.marks()[from + column * way.perColumn()];
      }
    }
    return new OverlayMask(way.columns(), way.rows(), out);
  }

  private short[] turned(short[] values, Way way) {
    short[] out = pixels.shorts(way.size());
    for (int row = 0; row < way.rows(); row++) {
      int from = way.from() + row * way.perRow();
      for (int column = 0; column < way.columns(); column++) {
        out[row * way.columns() + column] = values[from + column * way.perColumn()];
      }
    }
    return out;
  }

  private double[] turned(double[] values, Way way) {
    double[] out = pixels.doubles(way.size());
    for (int row = 0; row < way.rows(); row++) {
      int from = way.from() + row * way.perRow();
      for (int column = 0; column < way.columns(); column++) {
        out[row * way.columns() + column] = values[from + column * way.perColumn()];
      }
    }
    return out;
  }

  private int[] turned(int[] values, Way way) {
    int[] out = pixels.ints(way.size());
    for (int row = 0; row < way.rows(); row++) {
      int from = way.from() + row * way.perRow();
      for (int column = 0; column < way.columns(); column++) {
        out[row * way.columns() + column] = values[from + column * way.perColumn()];
      }
    }
    return out;
  }
}
