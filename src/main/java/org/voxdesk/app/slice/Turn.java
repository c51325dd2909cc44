package org.voxdesk.app.slice;

import org.voxdesk.render.OverlayMask;
import org.voxdesk.render.SlicePixels;

/// How a slice is turned on the screen: mirrored left to right or not, then some quarter turns
/// clockwise.
///
/// @param quarters 0 to 3
public record Turn(boolean mirrored, int quarters) {
  /// As it is stored.
  public static final Turn NONE = new Turn(false, 0);

  /// Brings the quarter turns into 0 to 3.
  public Turn {
    quarters = Math.floorMod(quarters, 4);
  }

  /// Turned once more clockwise (`by` 1) or anticlockwise (`by` -1).
  public Turn rotated(int by) {
    return new Turn(mirrored, quarters + by);
  }

  /// What is on the screen mirrored left to right.
  public Turn flippedHorizontally() {
    return new Turn(!mirrored, -quarters);
  }

  /// What is on the screen mirrored top to bottom.
  public Turn flippedVertically() {
    return new Turn(!mirrored, 2 - quarters);
  }

  /// The stored position `{i, j}` that a position on the turned slice shows.
  ///
  /// @param columns columns of the stored slice
  /// @param rows rows of the stored slice
  public double[] stored(double i, double j, int columns, int rows) {
    double x =
        switch (quarters) {
          case 0 -> i;
          case 1 -> j;
          case 2 -> columns - 1 - i;
          default -> columns - 1 - j;
        };
    double y =
        switch (quarters) {
          case 0 -> j;
          case 1 -> rows - 1 - i;
          case 2 -> rows - 1 - j;
          default -> i;
        };
    return new double[] {mirrored ? columns - 1 - x : x, y};
  }

  /// The position `{i, j}` on the turned slice that shows a stored position: the inverse of
  /// [#stored].
  public double[] shown(double i, double j, int columns, int rows) {
    double x = mirrored ? columns - 1 - i : i;
    return switch (quarters) {
      case 0 -> new double[] {x, j};
      case 1 -> new double[] {rows - 1 - j, x};
      case 2 -> new double[] {columns - 1 - x, rows - 1 - j};
      default -> new double[] {j, columns - 1 - x};
    };
  }

  /// The slice turned; itself where nothing is to be done.
  public SlicePixels apply(SlicePixels slice) {
    if (equals(NONE)) {
      return slice;
    }
    boolean upright = quarters % 2 == 0;
    int columns = upright ? slice.columns() : slice.rows();
    int rows = upright ? slice.rows() : slice.columns();
    double columnMm = upright ? slice.columnMm() : slice.rowMm();
    double rowMm = upright ? slice.rowMm() : slice.columnMm();
    int[] from = sources(slice.columns(), slice.rows());
    return switch (slice) {
      case SlicePixels.Shorts s -> {
        short[] values = new short[from.length];
        for (int at = 0; at < from.length; at++) {
          values[at] = s.values()[from[at]];
        }
        yield new SlicePixels.Shorts(
            columns, rows, columnMm, rowMm, values, s.signed(), s.transform());
      }
      case SlicePixels.Doubles s -> {
        double[] values = new double[from.length];
        for (int at = 0; at < from.length; at++) {
          values[at] = s.values()[from[at]];
        }
        yield new SlicePixels.Doubles(columns, rows, columnMm, rowMm, values, s.transform());
      }
      case SlicePixels.Rgb s ->
          new SlicePixels.Rgb(columns, rows, columnMm, rowMm, picked(s.values(), from));
    };
  }

  /// The overlay turned; itself where nothing is to be done.
  public OverlayMask apply(OverlayMask mask) {
    if (equals(NONE)) {
      return mask;
    }
    int[] from = sources(mask.columns(), mask.rows());
    byte[] marks = new byte[from.length];
    for (int at = 0; at < from.length; at++) {
      marks[at] = mask.marks()[from[at]];
    }
    boolean upright = quarters % 2 == 0;
    return upright
        ? new OverlayMask(mask.columns(), mask.rows(), marks)
        : new OverlayMask(mask.rows(), mask.columns(), marks);
  }

  /// Where each pixel of the turned slice is in the stored one, whose size this is.
  private int[] sources(int storedColumns, int storedRows) {
    boolean upright = quarters % 2 == 0;
    int columns = upright ? storedColumns : storedRows;
    int rows = upright ? storedRows : storedColumns;
    int[] from = new int[columns * rows];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        double[] at = stored(i, j, storedColumns, storedRows);
        int row = (int) at[1];
        int column = (int) at[0];
        from[j * columns + i] = row * storedColumns + column;
      }
    }
    return from;
  }

  private static int[] picked(int[] values, int[] from) {
    int[] picked = new int[from.length];
    for (int at = 0; at < from.length; at++) {
      picked[at] = values[from[at]];
    }
    return picked;
  }
}
