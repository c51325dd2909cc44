package org.voxdesk.sample;

/// One lung's sections at the heights of the slices, to ask whether a point lies in it.
final class Sections {
  private static final double SHRINK = 0.965;

  private final double[][] polygons = new double[Phantom.SLICES][];

  Sections(Lungs lungs, int side) {
    for (int k = 0; k < Phantom.SLICES; k++) {
      polygons[k] = lungs.section(side, Phantom.z(k));
    }
  }

  /// Whether the point is inside and a few millimetres from the pleura.
  boolean contains(double x, double y, double z) {
    int k = Mask.clamp((int) Math.floor(Phantom.slice(z) + 0.5), Phantom.SLICES - 1);
    double px = x / SHRINK;
    double py = y / SHRINK;
    double[] polygon = polygons[k];
    boolean inside = false;
    int before = polygon.length - 2;
    for (int n = 0; n < polygon.length; n += 2) {
      if (polygon[n + 1] > py != polygon[before + 1] > py
          && px
              < polygon[n]
                  + (py - polygon[n + 1])
                      / (polygon[before + 1] - polygon[n + 1])
                      * (polygon[before] - polygon[n])) {
        inside = !inside;
      }
      before = n;
    }
    return inside;
  }
}
