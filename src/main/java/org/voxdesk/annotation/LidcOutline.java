package org.voxdesk.annotation;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;
import org.voxdesk.volume.Voxel;

/// Outlines of a ball, for nodules of which no more than the centre and the diameter is known.
///
/// @param geometry of the scan
/// @param sopInstanceUids of the slices, in the geometry's order
record LidcOutline(Geometry geometry, List<String> sopInstanceUids) {
  /// LIDC outlines nodules of 3 mm and more, and marks the middle of smaller ones.
  private static final double SMALLEST_MM = 3;

  private static final int POINTS = 360;

  /// The outlines of reader 0; a single point for a nodule that is small or was not measured.
  List<LidcContour> of(Lps centre, double diameter) {
    List<LidcContour> contours = new ArrayList<>();
    double radius = diameter / 2;
    for (int k = 0; k < geometry.slices() && diameter >= SMALLEST_MM; k++) {
      double height = centre.minus(geometry.position(k)).dot(geometry.normal());
      double across = Math.sqrt(radius * radius - height * height);
      if (across > 0) {
        contours.add(contour(k, circle(centre.minus(geometry.normal().times(height)), across)));
      }
    }
    if (contours.isEmpty()) {
      Voxel voxel = geometry.index(centre);
      int k = Math.clamp(Math.round(voxel.k()), 0, geometry.slices() - 1);
      contours.add(contour(k, List.of(pixel(voxel.i(), voxel.j()))));
    }
    return contours;
  }

  private LidcContour contour(int k, List<LidcContour.Pixel> points) {
    return new LidcContour(0, sopInstanceUids.get(k), true, points);
  }

  private List<LidcContour.Pixel> circle(Lps middle, double radius) {
    SlicePlane plane = geometry.plane();
    Voxel at = geometry.index(middle);
    List<LidcContour.Pixel> points = new ArrayList<>();
    for (int n = 0; n < POINTS; n++) {
      double angle = 2 * Math.PI * n / POINTS;
      LidcContour.Pixel next =
          pixel(
              at.i() + radius * Math.cos(angle) / plane.columnSpacing(),
              at.j() + radius * Math.sin(angle) / plane.rowSpacing());
      if (points.isEmpty() || !points.getLast().equals(next)) {
        points.add(next);
      }
    }
    if (points.size() > 1 && points.getLast().equals(points.getFirst())) {
      points.removeLast();
    }
    return points;
  }

  private static LidcContour.Pixel pixel(double i, double j) {
    return new LidcContour.Pixel((int) Math.round(i), (int) Math.round(j));
  }
}
