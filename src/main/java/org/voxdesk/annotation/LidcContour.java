package org.voxdesk.annotation;

import java.util.List;

/// One outline that a reader of LIDC drew in one image.
///
/// @param reader which of the readers, from 0
/// @param sopInstanceUid the image
/// @param isInside false where what it encloses is cut out of the nodule
/// @param points pixels counted from 0, in the order they were drawn; the first pixels outside
public record LidcContour(int reader, String sopInstanceUid, boolean isInside, List<Pixel> points) {
  /// One pixel: column and row.
  public record Pixel(int i, int j) {}

  public LidcContour {
    points = List.copyOf(points);
  }

  /// Twice the signed area and three times it by the centre of gravity, in pixels: the sums over
  /// the edges that both are made of.
  double[] moments() {
    double area = 0;
    double i = 0;
    double j = 0;
    for (int n = 0; n < points.size(); n++) {
      Pixel a = points.get(n);
      Pixel b = points.get((n + 1) % points.size());
      double cross = (double) a.i() * b.j() - (double) b.i() * a.j();
      area += cross;
      i += (a.i() + b.i()) * cross;
      j += (a.j() + b.j()) * cross;
    }
    return new double[] {area / 2, i / 6, j / 6};
  }

  /// Whether a pixel lies inside the outline, the outline itself excluded as LIDC defines it.
  boolean encloses(int i, int j) {
    boolean inside = false;
    for (int n = 0; n < points.size(); n++) {
      Pixel a = points.get(n);
      Pixel b = points.get((n + 1) % points.size());
      if (a.i() == i && a.j() == j) {
        return false;
      }
      boolean crosses = (a.j() > j) != (b.j() > j);
      if (crosses && i < a.i() + (double) (b.i() - a.i()) * (j - a.j()) / (b.j() - a.j())) {
        inside = !inside;
      }
    }
    return inside;
  }
}
