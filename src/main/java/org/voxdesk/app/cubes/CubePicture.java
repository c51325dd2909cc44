package org.voxdesk.app.cubes;

import java.util.List;
import org.voxdesk.app.model.Nodule;
import org.voxdesk.export.GreyImage;
import org.voxdesk.export.Mosaic;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Voxel;

/// A cube and what is shown of it.
///
/// @param nodule what it was cut around
/// @param cube the values
/// @param mosaic all slices side by side
/// @param planes three planes through the nodule
/// @param invalid how many voxels lie outside the scan
record CubePicture(
    Nodule nodule, Cube cube, GreyImage mosaic, List<PlanePicture> planes, int invalid) {

  /// Draws a cube.
  static CubePicture of(Nodule nodule, Cube cube, GreyWindow window) {
    int voxels = cube.size() * cube.size() * cube.size();
    return new CubePicture(
        nodule,
        cube,
        Mosaic.of(cube.size()).draw(cube, window),
        PlanePicture.through(cube, window),
        voxels - cube.validCount());
  }

  /// Whether part of the cube lies outside the scan.
  boolean isPadded() {
    return invalid > 0;
  }

  /// The part of the cube outside the scan, 0 to 1.
  double paddedPart() {
    return (double) invalid / (cube.size() * cube.size() * cube.size());
  }

  /// Whether the nodule is not in the middle because the cube was kept inside the volume.
  boolean isShifted() {
    Voxel shift = cube.placement().shift();
    return shift.i() != 0 || shift.j() != 0 || shift.k() != 0;
  }
}
