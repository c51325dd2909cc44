package org.voxdesk.sample;

/// An ellipsoid turned about z: centre and half axes in millimetres, `cos` and `sin` of the turn
/// that takes +x towards +y.
record Ellipsoid(
    double x, double y, double z, double rx, double ry, double rz, double cos, double sin) {

  static Ellipsoid of(double x, double y, double z, double rx, double ry, double rz) {
    return new Ellipsoid(x, y, z, rx, ry, rz, 1, 0);
  }

  Ellipsoid turned(double degrees) {
    double angle = StrictMath.toRadians(degrees);
    return new Ellipsoid(x, y, z, rx, ry, rz, StrictMath.cos(angle), StrictMath.sin(angle));
  }

  Ellipsoid grown(double by) {
    return new Ellipsoid(x, y, z, rx + by, ry + by, rz + by, cos, sin);
  }

  double reach() {
    return Math.max(rx, Math.max(ry, rz));
  }

  /// Signed distance to the surface, to first order: exact on the surface, right in sign
  /// everywhere.
  double distance(double px, double py, double pz) {
    double u = (px - x) * cos + (py - y) * sin;
    double v = (py - y) * cos - (px - x) * sin;
    double w = pz - z;
    double a = u / rx;
    double b = v / ry;
    double c = w / rz;
    double scaled = Math.sqrt(a * a + b * b + c * c);
    a /= rx;
    b /= ry;
    c /= rz;
    double slope = Math.sqrt(a * a + b * b + c * c);
    if (slope < 1e-9) {
      return -Math.min(rx, Math.min(ry, rz));
    }
    return scaled * (scaled - 1) / slope;
  }
}
