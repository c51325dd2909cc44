package org.voxdesk.sample;

import static org.voxdesk.sample.Levels.at;

/// Skin, fat and the muscles of the chest wall.
final class Body {
  private static final int SKIN = 10;
  private static final int FAT = -105;
  private static final int MUSCLE = 58;
  private static final double SKIN_MM = 1.8;
  private static final int STEPS = 8;

  /// x and y of twelve points of the left half of the skin, front to back.
  private static final Levels HALF =
      Levels.of(
          at(
              -150, 0, -97, 40, -102, 85, -95, 122, -71, 146, -32, 152, 5, 146, 45, 124, 77, 92, 96,
              52, 103, 20, 99, 0, 96),
          at(
              -60, 0, -103, 40, -107, 86, -100, 126, -75, 152, -35, 159, 5, 152, 46, 130, 80, 97,
              99, 56, 107, 20, 104, 0, 101),
          at(
              0, 0, -101, 40, -106, 86, -101, 128, -77, 155, -37, 163, 5, 157, 48, 134, 82, 99, 102,
              57, 110, 20, 106, 0, 103),
          at(
              40, 0, -95, 38, -101, 84, -100, 130, -80, 158, -42, 167, 4, 161, 50, 140, 84, 102,
              103, 58, 110, 20, 106, 0, 103),
          at(
              75, 0, -86, 36, -92, 80, -93, 128, -76, 162, -46, 174, -3, 171, 42, 150, 80, 106, 102,
              60, 109, 20, 105, 0, 102),
          at(
              110, 0, -70, 34, -75, 76, -76, 124, -66, 172, -46, 196, -12, 194, 30, 160, 68, 110,
              94, 62, 104, 20, 101, 0, 98),
          at(
              150, 0, -52, 30, -54, 58, -48, 104, -44, 170, -40, 205, -12, 204, 24, 165, 55, 108,
              80, 62, 96, 20, 95, 0, 93));

  private final Chest chest;
  private final Texture texture;

  Body(Chest chest, Texture texture) {
    this.chest = chest;
    this.texture = texture;
  }

  /// The closed section of the skin's surface, `inside` millimetres under it.
  double[] section(double z, double inside) {
    double[] half = Curves.open(HALF.get(z), 2, STEPS);
    int count = half.length / 2;
    double[] all = new double[4 * count - 4];
    for (int n = 0; n < count; n++) {
      int before = Math.max(n - 1, 0);
      int after = Math.min(n + 1, count - 1);
      double dx = half[2 * after] - half[2 * before];
      double dy = half[2 * after + 1] - half[2 * before + 1];
      double length = Math.sqrt(dx * dx + dy * dy);
      double x = n == 0 || n == count - 1 ? 0 : half[2 * n] - inside * dy / length;
      double y = half[2 * n + 1] + inside * dx / length;
      all[2 * n] = x;
      all[2 * n + 1] = y;
      if (n > 0 && n < count - 1) {
        int mirror = 2 * (2 * count - 2 - n);
        all[mirror] = -x;
        all[mirror + 1] = y;
      }
    }
    return all;
  }

  void paint(Canvas canvas) {
    double z = canvas.z;
    canvas.paint(section(z, 0), SKIN);
    canvas.mask.fill(section(z, SKIN_MM));
    canvas.paint(canvas.mask, (depth, x, y) -> FAT + 14 * texture.at(x / 5, y / 5, z / 5));
    back(canvas);
    for (int side = -1; side <= 1; side += 2) {
      wall(canvas, side);
    }
    canvas.mask.fill(chest.cavity(z, 11));
    canvas.paint(canvas.mask, (depth, x, y) -> muscle(x, y, z) - 10);
  }

  /// Muscle lying on the ribs: from the sternum round to the back.
  private void wall(Canvas canvas, int side) {
    double z = canvas.z;
    double high = ramp(z, -30, 30);
    double shoulder = ramp(z, 20, 60);
    band(canvas, side, 0.03, 0.38, 12.5, 15 * high);
    band(canvas, side, 0.16, 0.42, 12, 6 * ramp(z, 30, 70));
    band(canvas, side, 0.36, 0.7, 12, 6 + 3 * high);
    band(canvas, side, 0.5, 0.82, 19 + 3 * high, 7 + 8 * shoulder);
    band(canvas, side, 0.66, 0.99, 12, 7 + 3 * high);
    if (z > 5) {
      band(canvas, side, 0.6, 0.88, 12.5, 9 * shoulder);
      band(canvas, side, 0.62, 0.9, 24, 13 * shoulder);
    }
    if (z > 20) {
      double fold = ramp(z, 20, 90);
      solid(
          canvas, side * (126 + 26 * fold), 44 - 12 * fold, z, 10 + 22 * fold, 14 + 10 * fold, 60);
      solid(canvas, side * (118 + 22 * fold), -52 + 12 * fold, z, 22 * fold, 12 * fold, 60);
    }
    if (z > 85) {
      double raised = ramp(z, 85, 125);
      solid(canvas, side * 168, 0, z, 46 * raised, 40 * raised, 60);
      solid(canvas, side * 112, 58, z, 50 * raised, 22 * raised, 60);
      solid(canvas, side * 104, -26, z, 30 * raised, 14 * raised, 60);
    }
  }

  /// The long muscles beside the spine, and trapezius over them.
  private void back(Canvas canvas) {
    double z = canvas.z;
    for (int side = -1; side <= 1; side += 2) {
      double y = 88 - 6 * ramp(z, 60, 150);
      solid(canvas, side * 25, y, z, 20, 12, 40);
      double wide = 30 + 22 * ramp(z, 20, 120);
      solid(canvas, side * (wide + 3), y + 8 - 2 * ramp(z, 20, 120), z, wide, 5, 40);
      if (z > 105) {
        double neck = ramp(z, 105, 135);
        solid(canvas, side * 62, 62, z, 42 * neck, 20 * neck, 40);
        solid(canvas, side * 40, 18, z, 13 * neck, 19 * neck, 40);
        solid(canvas, side * 36, -32, z, 12 * neck, 8 * neck, 40);
        solid(canvas, side * 14, 26, z, 9 * neck, 7 * neck, 40);
      }
    }
  }

  private void band(Canvas canvas, int side, double from, double to, double inner, double thick) {
    if (thick > 0.5) {
      double z = canvas.z;
      canvas.mask.fill(chest.band(side, z, from, to, inner, thick));
      canvas.paint(canvas.mask, (depth, x, y) -> muscle(x, y, z));
    }
  }

  private void solid(Canvas canvas, double x, double y, double z, double rx, double ry, double rz) {
    if (rx > 1 && ry > 1) {
      canvas.solid(Ellipsoid.of(x, y, z, rx, ry, rz));
      canvas.paintSolids((depth, px, py) -> muscle(px, py, canvas.z));
    }
  }

  /// Muscle with thin streaks of fat in it.
  private double muscle(double x, double y, double z) {
    double streak = texture.at(x / 4.1 + 7, y / 2.2, z / 7);
    return MUSCLE
        + 9 * texture.at(x / 9, y / 9, z / 9)
        - (streak > 0.45 ? 110 * (streak - 0.45) : 0);
  }

  /// 0 below `from`, 1 above `to`, smooth between.
  static double ramp(double z, double from, double to) {
    double t = Math.max(0, Math.min(1, (z - from) / (to - from)));
    return t * t * (3 - 2 * t);
  }
}
