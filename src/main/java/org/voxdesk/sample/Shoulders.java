package org.voxdesk.sample;

/// Shoulder blades, collar bones and the heads of the arm bones, arms raised.
final class Shoulders {
  private static final double BLADE_LOW = 8;
  private static final double BLADE_HIGH = 128;

  private final Chest chest;
  private final Tubes bones;

  Shoulders(Chest chest) {
    this.chest = chest;
    bones =
        new Tubes.Builder()
            .pair(
                20, -66, 94, 8, 34, -68, 99, 6.5, 60, -62, 107, 5.5, 92, -44, 118, 5.5, 120, -22,
                130, 6, 138, -6, 139, 6)
            .pair(72, 84, 104, 3, 100, 76, 116, 3.4, 128, 54, 130, 5, 146, 24, 141, 6.5)
            .pair(126, 20, 122, 11, 120, -4, 128, 6, 112, -22, 130, 5)
            .pair(158, 4, 146, 22, 166, -2, 156, 21)
            .build();
  }

  /// The muscles that lie on both faces of the shoulder blade.
  void paintMuscle(Canvas canvas) {
    double full = 11 * Body.ramp(canvas.z, BLADE_LOW - 12, 70);
    if (full > 2) {
      blade(canvas, full);
      canvas.paintSolids((depth, x, y) -> depth < 0.8 ? 30 : 56);
    }
  }

  /// Adds the bone near the slice to the distance map.
  void draw(Canvas canvas) {
    canvas.solid(bones, 0);
    blade(canvas, 0);
  }

  private void blade(Canvas canvas, double grown) {
    double z = canvas.z;
    if (z < BLADE_LOW || z > BLADE_HIGH) {
      return;
    }
    double high = Body.ramp(z, BLADE_LOW, 100);
    for (int side = -1; side <= 1; side += 2) {
      double from = 0.8 + 0.05 * high;
      double to = 0.76 - 0.16 * high;
      double[] before = new double[0];
      int steps = 10;
      for (int n = 0; n <= steps; n++) {
        double t = (double) n / steps;
        double out = 22.5 + 4 * t * t + 10 * Body.ramp(z, 80, 120) * t;
        double[] at = chest.point(side, Math.min(z, 82), from + t * (to - from), out);
        double widen = 1 + 0.35 * Body.ramp(z, 60, 120) * t;
        at[0] *= widen;
        if (n > 0) {
          double thick = n == 1 || n == steps ? 2.8 : 1.3 + 1.4 * t * t;
          canvas.distances.capsule(
              before[0],
              before[1],
              z,
              grown + thick,
              at[0],
              at[1],
              z,
              grown + (n == steps ? 2 + 4 * high : thick),
              1);
        }
        before = at;
      }
    }
  }
}
