package org.voxdesk.sample;

import static org.voxdesk.sample.Levels.at;

/// What lies under the diaphragm: liver with its veins, stomach, spleen and crura.
final class Abdomen {
  /// x and y around the liver, which reaches further to the left lower down.
  private static final Levels LIVER =
      Levels.of(
          at(
              -150, -140, -5, -130, -50, -102, -76, -62, -92, -10, -92, 28, -80, 44, -64, 30, -44,
              4, -26, -10, -2, -22, 18, -34, 34, -60, 84, -104, 84, -132, 44),
          at(
              -110, -140, -5, -130, -50, -102, -76, -62, -92, -10, -92, 40, -82, 62, -66, 44, -44,
              14, -28, -6, -6, -14, 18, -28, 32, -56, 84, -104, 84, -132, 44),
          at(
              -78, -140, -5, -130, -50, -102, -76, -62, -92, -14, -92, 22, -86, 34, -70, 20, -46, 2,
              -26, -10, -6, -14, 18, -26, 34, -56, 84, -104, 84, -132, 44),
          at(
              -46, -140, -5, -130, -50, -102, -76, -62, -92, -34, -92, -24, -86, -20, -70, -18, -46,
              -18, -26, -20, -6, -24, 18, -34, 34, -56, 84, -104, 84, -132, 44));

  private static final Ellipsoid STOMACH = Ellipsoid.of(66, -20, -150, 46, 42, 72);
  private static final Ellipsoid SPLEEN = Ellipsoid.of(96, 44, -142, 27, 40, 62).turned(-35);
  private static final double FLUID_LEVEL = -28;
  private static final double LIVER_TOP = -44;

  private final Chest chest;
  private final Texture texture;
  private final Tubes veins;

  Abdomen(Chest chest, Texture texture) {
    this.chest = chest;
    this.texture = texture;
    veins =
        new Tubes.Builder()
            .path(-27, 2, -86, 5.5, -50, -2, -92, 4.5, -84, -4, -108, 3, -108, -8, -128, 2)
            .path(-27, 0, -86, 5.5, -38, -22, -92, 4.5, -56, -46, -112, 3, -66, -60, -140, 2)
            .path(-25, -2, -86, 5, -8, -26, -94, 3.8, 10, -48, -110, 2.6, 24, -62, -130, 1.8)
            .path(-30, -6, -152, 7, -56, 2, -140, 5, -84, 18, -130, 3.6, -104, 34, -122, 2.4)
            .path(-56, 2, -140, 4.5, -70, -24, -126, 3.2, -92, -44, -116, 2)
            .path(-84, 18, -130, 3, -80, 40, -112, 2.4, -76, 54, -98, 1.6)
            .build();
  }

  void paint(Canvas canvas) {
    double z = canvas.z;
    if (z > LIVER_TOP + 4) {
      return;
    }
    canvas.mask.fill(chest.cavity(z, -1));
    Mask liver = new Mask();
    liver.fill(Curves.closed(LIVER.get(z), 8));
    canvas.mask.intersect(liver);
    canvas.paint(canvas.mask, (depth, x, y) -> 108 + 8 * texture.at(x / 8, y / 8, z / 8));
    if (z < -78) {
      canvas.solid(veins, 0);
      canvas.paintSolids((depth, x, y) -> 148, canvas.mask);
    }
    canvas.mask.fill(chest.cavity(z, -1));
    canvas.solid(SPLEEN);
    canvas.paintSolids((depth, x, y) -> 122 + 5 * texture.at(x / 7, y / 7, z / 7), canvas.mask);
    canvas.solid(STOMACH);
    canvas.paintSolids((depth, x, y) -> 70, canvas.mask);
    canvas.solid(STOMACH.grown(-3));
    canvas.paintSolids((depth, x, y) -> content(x, y, z), canvas.mask);
    crura(canvas);
  }

  private double content(double x, double y, double z) {
    if (y < FLUID_LEVEL) {
      return -960;
    }
    return 24 + 40 * Math.max(0, texture.at(x / 6, y / 6, z / 6));
  }

  private static void crura(Canvas canvas) {
    if (canvas.z < -84) {
      canvas.distances.capsule(-8, 14, -84, 3, -14, 38, -152, 5, 1);
      canvas.distances.capsule(18, 14, -84, 3, 20, 36, -152, 5, 1);
      canvas.paintSolids(58);
    }
  }
}
