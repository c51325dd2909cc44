package org.voxdesk.sample;

/// An ellipsoid turned about z.
final class Ellipsoid {
  private final double x;
  private final double y;
  private final double z;
  private final double rx;
  private final double ry;
  private final double rz;
  private final double cos;
  private final double sin;
  private final double perRx;
  private final double perRy;
  private final double perRz;

  private Ellipsoid(
      double x, double y, double z, double rx, double ry, double rz, double cos, double sin) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.rx = rx;
    this.ry = ry;
    this.rz = rz;
    this.cos = cos;
    this.sin = sin;
    perRx = 1 / rx;
    perRy = 1 / ry;
    perRz = 1 / rz;
  }

  /// The ellipsoid with this centre and these half axes, in millimetres.
  static Ellipsoid of(double x, double y, double z, double rx, double ry, double rz) {
    return new Ellipsoid(x, y, z, rx, ry, rz, 1, 0);
  }

  /// The same, its axes turned about z, from +x towards +y.
  Ellipsoid turned(double degrees) {
    double angle = degrees * (Math.PI / 180);
    return new Ellipsoid(x, y, z, rx, ry, rz, StrictMath.cos(angle), StrictMath.sin(angle));
  }

  Ellipsoid grown(double by) {
    return new Ellipsoid(x, y, z, rx + by, ry + by, rz + by, cos, sin);
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double z() {
    return z;
  }

  /// Half the width of its box along x.
  double reachX() {
    return Math.sqrt(rx * rx * cos * cos + ry * ry * sin * sin);
  }

  /// Half the width of its box along y.
  double reachY() {
    return Math.sqrt(rx * rx * sin * sin + ry * ry * cos * cos);
  }

  double reachZ() {
    return rz;
  }

  /// Signed distance to the surface, to first order: exact on the surface, right in sign
  /// everywhere.
  double distance(double px, double py, double pz) {
    double a = ((px - x) * cos + (py - y) * sin) * perRx;
    double b = ((py - y) * cos - (px - x) * sin) * perRy;
    double c = (pz - z) * perRz;
    double scaled = Math.sqrt(a * a + b * b + c * c);
    a *= perRx;
    b *= perRy;
    c *= perRz;
    double slope = Math.sqrt(a * a + b * b + c * c);
    if (slope < 1e-9) {
      return -Math.min(rx, Math.min(ry, rz));
    }
    return scaled * (scaled - 1) / slope;
  }
}
