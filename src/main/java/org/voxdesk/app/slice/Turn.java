package org.voxdesk.app.slice;

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

  /// Whether rows stay rows.
  boolean isUpright() {
    return quarters % 2 == 0;
  }
}
