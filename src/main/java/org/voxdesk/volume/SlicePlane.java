package org.voxdesk.volume;

/// The pixel grid that all slices of a volume share.
///
/// Mind the order in DICOM (PS3.3 10.7.1.3): the first value of Pixel Spacing is the distance
/// between rows, `rowSpacing` here, the second the distance between columns, `columnSpacing`.
///
/// @param columns pixels in a row (i)
/// @param rows pixels in a column (j)
/// @param columnSpacing millimetres from one column to the next, along `rowDirection`
/// @param rowSpacing millimetres from one row to the next, along `columnDirection`
/// @param rowDirection the way i increases; made a unit vector
/// @param columnDirection the way j increases; made a unit vector
public record SlicePlane(
    int columns,
    int rows,
    double columnSpacing,
    double rowSpacing,
    Lps rowDirection,
    Lps columnDirection) {

  /// Checks and normalises.
  ///
  /// @throws IllegalArgumentException if a count or spacing is not positive, or the directions are
  ///   nearly parallel (less than 30° apart)
  public SlicePlane {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("no pixels: " + columns + " x " + rows);
    }
    requireSpacing(columnSpacing);
    requireSpacing(rowSpacing);
    rowDirection = rowDirection.unit();
    columnDirection = columnDirection.unit();
    if (rowDirection.cross(columnDirection).length() < 0.5) {
      throw new IllegalArgumentException("row and column run the same way");
    }
  }

  /// A plane across the body's axis: rows towards the left, columns towards the back.
  public static SlicePlane axial(int columns, int rows, double columnSpacing, double rowSpacing) {
    return new SlicePlane(
        columns, rows, columnSpacing, rowSpacing, new Lps(1, 0, 0), new Lps(0, 1, 0));
  }

  /// The unit vector row × column; slices ascend along it.
  public Lps normal() {
    return rowDirection.cross(columnDirection).unit();
  }

  /// The step from pixel 0, 0 to pixel `i`, `j`.
  Lps offset(double i, double j) {
    return rowDirection.times(i * columnSpacing).plus(columnDirection.times(j * rowSpacing));
  }

  /// The pixel reached by an in-plane step; exact also where the directions are not quite
  /// perpendicular, as rounded direction cosines are.
  double[] pixel(Lps step) {
    double skew = rowDirection.dot(columnDirection);
    double alongRow = step.dot(rowDirection);
    double alongColumn = step.dot(columnDirection);
    double square = 1 - skew * skew;
    return new double[] {
      (alongRow - skew * alongColumn) / square / columnSpacing,
      (alongColumn - skew * alongRow) / square / rowSpacing
    };
  }

  static void requireSpacing(double spacing) {
    if (!(spacing > 0) || !Double.isFinite(spacing)) {
      throw new IllegalArgumentException("not a spacing: " + spacing);
    }
  }
}
