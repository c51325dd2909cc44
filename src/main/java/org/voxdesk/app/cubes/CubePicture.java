package org.voxdesk.app.cubes;

import java.util.stream.Stream;
import org.voxdesk.export.GreyImage;
import org.voxdesk.export.Mosaic;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.GreyWindow;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// A cube, its mosaic, and what is remarkable about where it lies.
///
/// @param nodule what it was cut around
/// @param cube the values
/// @param window the window that the mosaic is drawn with
/// @param layout how the mosaic is laid out
/// @param mosaic all slices side by side
/// @param invalid how many voxels lie outside the scan
/// @param atEdge whether the nodule itself reaches to the edge of the scan
/// @param thin whether the scan is thinner than the cube
record CubePicture(
    Nodule nodule,
    Cube cube,
    GreyWindow window,
    Mosaic layout,
    GreyImage mosaic,
    int invalid,
    boolean atEdge,
    boolean thin) {
  /// Of a nodule that nobody measured.
  private static final double USUAL_RADIUS_MM = 4;

  /// Draws a cube cut from a volume of this geometry.
  static CubePicture of(
      Nodule nodule, Cube cube, Geometry geometry, GreyWindow window, Mosaic layout) {
    int voxels = cube.size() * cube.size() * cube.size();
    return new CubePicture(
        nodule,
        cube,
        window,
        layout,
        layout.draw(cube, window),
        voxels - cube.validCount(),
        isAtEdge(nodule, geometry),
        geometry.slices() * geometry.sliceSpacing() < cube.size() * cube.mm());
  }

  private static boolean isAtEdge(Nodule nodule, Geometry geometry) {
    double radius = nodule.diameterMm().orElse(2 * USUAL_RADIUS_MM) / 2;
    return Stream.of(
            geometry.plane().rowDirection(), geometry.plane().columnDirection(), geometry.normal())
        .flatMap(way -> Stream.of(way.times(radius), way.times(-radius)))
        .map(nodule.center()::plus)
        .anyMatch(point -> !geometry.contains(geometry.index(point)));
  }

  /// The same with its mosaic drawn anew.
  CubePicture redrawn(GreyWindow with, Mosaic tiles, GreyImage drawn) {
    return new CubePicture(nodule, cube, with, tiles, drawn, invalid, atEdge, thin);
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

  /// Millimetres between two voxels of the cube.
  double distance(Voxel from, Voxel to) {
    return lps(to).minus(lps(from)).length();
  }

  /// Where a voxel of the cube is in the patient.
  Lps lps(Voxel at) {
    return cube.affine().lps(at.i(), at.j(), at.k());
  }
}
