package org.voxdesk.volume;

/// A grid of square pixels that lies anywhere in the patient: what a plane through a volume is
/// sampled on.
///
/// @param origin the centre of pixel 0, 0, in millimetres
/// @param right the way columns ascend; made a unit vector
/// @param down the way rows ascend; made a unit vector
/// @param mm from one pixel to the next, both ways
/// @param columns pixels in a row
/// @param rows pixels in a column
public record PlaneGrid(Lps origin, Lps right, Lps down, double mm, int columns, int rows) {
  /// How far `right` and `down` may be from perpendicular, as the cosine between them.
  private static final double PERPENDICULAR = 1e-6;

  /// Checks and normalises.
  ///
  /// @throws IllegalArgumentException if there are no pixels, `mm` is not positive, or the
  ///   directions are not perpendicular
  public PlaneGrid {
    if (columns < 1 || rows < 1) {
      throw new IllegalArgumentException("no pixels: " + columns + " x " + rows);
    }
    SlicePlane.requireSpacing(mm);
    right = right.unit();
    down = down.unit();
    if (Math.abs(right.dot(down)) > PERPENDICULAR) {
      throw new IllegalArgumentException("not perpendicular: " + right + " and " + down);
    }
  }

  /// The unit vector right × down, away from whoever looks at the plane.
  public Lps normal() {
    return right.cross(down).unit();
  }

  /// The same grid as the plane of a slice.
  public SlicePlane plane() {
    return new SlicePlane(columns, rows, mm, mm, right, down);
  }

  /// The point at a fractional column `i` and row `j`, inside the grid or out.
  public Lps lps(double i, double j) {
    return origin.plus(right.times(i * mm)).plus(down.times(j * mm));
  }
}
