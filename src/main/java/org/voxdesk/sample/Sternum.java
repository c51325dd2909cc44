package org.voxdesk.sample;

/// The breastbone: manubrium, body and xiphoid.
final class Sternum {
  private static final double TOP = 96;
  private static final double BOTTOM = -72;

  private Sternum() {}

  /// y of its middle at a height: it leans forward downwards.
  static double y(double z) {
    return -90 + 12 * Body.ramp(z, -40, 60) + 16 * Body.ramp(z, 30, 110);
  }

  /// Adds the bone near the slice to the distance map.
  static void draw(Canvas canvas) {
    double z = canvas.z;
    if (z > TOP || z < BOTTOM) {
      return;
    }
    double manubrium = Body.ramp(z, 52, 70);
    double foot = Body.ramp(z, BOTTOM, BOTTOM + 18);
    double head = Body.ramp(TOP - z, 0, 8);
    double rx = (16 + 12 * manubrium) * (0.35 + 0.65 * foot) * (0.7 + 0.3 * head);
    double ry = (5.4 + 1.8 * manubrium) * (0.5 + 0.5 * foot) * (0.6 + 0.4 * head);
    canvas.distances.add(Ellipsoid.of(0, y(z), z, rx, ry, 60));
  }
}
