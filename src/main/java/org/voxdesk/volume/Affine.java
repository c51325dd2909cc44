package org.voxdesk.volume;

/// The linear map from voxel index to patient millimetres: `origin + i·perColumn + j·perRow +
/// k·perSlice`.
///
/// @param perColumn the step to the next column (i + 1)
/// @param perRow the step to the next row (j + 1)
/// @param perSlice the step to the next slice (k + 1); not perpendicular where the gantry was
///   tilted
/// @param origin the centre of voxel 0, 0, 0
public record Affine(Lps perColumn, Lps perRow, Lps perSlice, Lps origin) {
  private static final double NOISE = 1e-12;

  public Lps lps(double i, double j, double k) {
    return origin.plus(perColumn.times(i)).plus(perRow.times(j)).plus(perSlice.times(k));
  }

  /// The same, to be written: what is a whole number but for the rounding of sums and products,
  /// such as 4.44e-16 and 1.0000000000000002, is that number. Nothing moves by more than 1e-12.
  public Affine withoutNoise() {
    return new Affine(
        withoutNoise(perColumn),
        withoutNoise(perRow),
        withoutNoise(perSlice),
        withoutNoise(origin));
  }

  private static Lps withoutNoise(Lps v) {
    return new Lps(withoutNoise(v.x()), withoutNoise(v.y()), withoutNoise(v.z()));
  }

  private static double withoutNoise(double number) {
    double whole = Math.rint(number);
    // Adding 0 makes 0 of -0.
    return Math.abs(number - whole) < NOISE ? whole + 0.0 : number;
  }

  /// The homogeneous 4 × 4 matrix, row by row, that takes (i, j, k, 1) to (x, y, z, 1).
  public double[][] matrix() {
    return new double[][] {
      {perColumn.x(), perRow.x(), perSlice.x(), origin.x()},
      {perColumn.y(), perRow.y(), perSlice.y(), origin.y()},
      {perColumn.z(), perRow.z(), perSlice.z(), origin.z()},
      {0, 0, 0, 1}
    };
  }
}
