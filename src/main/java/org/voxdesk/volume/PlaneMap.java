package org.voxdesk.volume;

/// The linear part of the way from the pixels of a plane to the voxels under them: what is left is
/// the way from heights to slices, by [SliceGaps].
///
/// @param i the column of slice 0's grid, shifts of other slices not yet taken off
/// @param j its row
/// @param height millimetres along the volume's normal
record PlaneMap(Ramp i, Ramp j, Ramp height) {

  /// A number that changes evenly with column, row and millimetres along the plane's normal.
  record Ramp(double origin, double perColumn, double perRow, double perDepth) {
    double at(double column, double row, double depth) {
      return origin + column * perColumn + row * perRow + depth * perDepth;
    }

    private Ramp transposed() {
      return new Ramp(origin, perRow, perColumn, perDepth);
    }
  }

  static PlaneMap of(Geometry geometry, PlaneGrid grid) {
    SlicePlane plane = geometry.plane();
    double[] origin = plane.pixel(grid.origin().minus(geometry.position(0)));
    Lps column = grid.right().times(grid.mm());
    Lps row = grid.down().times(grid.mm());
    double[] perColumn = plane.pixel(column);
    double[] perRow = plane.pixel(row);
    double[] perDepth = plane.pixel(grid.normal());
    Lps normal = geometry.normal();
    return new PlaneMap(
        new Ramp(origin[0], perColumn[0], perRow[0], perDepth[0]),
        new Ramp(origin[1], perColumn[1], perRow[1], perDepth[1]),
        new Ramp(
            grid.origin().dot(normal),
            column.dot(normal),
            row.dot(normal),
            grid.normal().dot(normal)));
  }

  /// The map of the grid whose rows are this one's columns.
  PlaneMap transposed() {
    return new PlaneMap(i.transposed(), j.transposed(), height.transposed());
  }
}
