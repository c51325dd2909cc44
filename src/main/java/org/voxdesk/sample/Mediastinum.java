package org.voxdesk.sample;

/// What lies between the lungs around the heart: great vessels, oesophagus, nodes and fat.
final class Mediastinum {
  private static final int BLOOD = 158;
  private static final int SOFT = 42;
  private static final int FAT = -98;
  private static final double ENVELOPE_MM = 2.6;

  private final Texture texture;
  private final Tubes blood;
  private final Tubes soft;

  Mediastinum(Texture texture) {
    this.texture = texture;
    Tubes.Builder vessels = new Tubes.Builder();
    aorta(vessels);
    veins(vessels);
    pulmonary(vessels);
    blood = vessels.build();
    soft = soft();
  }

  private static void aorta(Tubes.Builder tubes) {
    tubes.path(
        10, -24, -24, 13, 0, -34, -8, 16, -8, -38, 8, 16.5, -13, -37, 26, 16, -10, -28, 44, 15, 0,
        -12, 53, 14.5, 12, 6, 54, 14, 22, 23, 46, 13.2, 26, 32, 30, 12.6, 26, 37, 0, 12.2, 23, 38,
        -40, 12, 15, 34, -80, 11.5, 7, 28, -120, 11, 4, 25, -152, 10.5);
    tubes.path(
        -8, -22, 52, 7.5, -14, -18, 75, 7, -22, -8, 102, 6.5, -25, -4, 125, 4, -28, 0, 152, 3.8);
    tubes.path(-22, -8, 102, 5.5, -42, -6, 116, 5, -70, -14, 126, 4.6, -110, -24, 132, 4.2);
    tubes.path(4, -8, 56, 5, 12, -8, 80, 4.4, 20, -4, 115, 4.2, 27, 0, 152, 3.8);
    tubes.path(
        16, 10, 56, 5.6, 24, 10, 85, 5.4, 32, 6, 106, 5.2, 60, -4, 119, 4.8, 108, -22, 131, 4.2);
  }

  private static void veins(Tubes.Builder tubes) {
    tubes.path(-28, -22, 62, 8.8, -29, -21, 30, 9.4, -29, -22, 0, 10, -30, -26, -22, 11);
    tubes.path(-36, -20, 112, 5.5, -35, -26, 90, 7.5, -28, -22, 62, 8.8);
    tubes.path(
        38, -20, 112, 5.2, 34, -36, 88, 6, 8, -42, 72, 6.8, -14, -36, 66, 7.4, -28, -24, 58, 8);
    tubes.pair(36, -20, 112, 5.5, 35, -12, 130, 5.8, 37, -8, 152, 5.8);
    tubes.pair(36, -24, 108, 5, 70, -40, 116, 5, 110, -40, 124, 4.6);
    tubes.path(-27, 0, -46, 10, -27, 6, -80, 11.5, -25, 12, -120, 12, -23, 14, -152, 12);
    tubes.path(
        -7, 36, -120, 2.6, -7, 37, -40, 3, -8, 37, 20, 3.4, -14, 28, 34, 3.8, -24, 8, 38, 4, -28,
        -14, 34, 4.4);
  }

  private static void pulmonary(Tubes.Builder tubes) {
    tubes.path(
        16, -52, -8, 13, 21, -40, 6, 13.5, 23, -26, 16, 12.5, 32, -10, 20, 11.5, 44, 4, 14, 9.5, 49,
        12, 2, 8, 48, 18, -14, 7);
    tubes.path(
        21, -32, 12, 12, 6, -17, 11, 11.5, -16, -11, 8, 11, -34, -6, 5, 9.5, -44, 4, -4, 8, -45, 14,
        -18, 7);
    tubes.path(-34, -8, 6, 7.5, -42, -8, 16, 6.5, -48, -6, 24, 5);
    tubes.path(-18, 2, -10, 7, -34, -6, -8, 6, -48, -14, -2, 5);
    tubes.path(-16, 12, -24, 7.5, -34, 18, -32, 6.5, -50, 26, -40, 5);
    tubes.path(30, 0, -8, 6.5, 40, -10, 0, 5.8, 50, -18, 8, 5);
    tubes.path(30, 12, -22, 7, 42, 20, -30, 6, 54, 28, -40, 5);
  }

  private static Tubes soft() {
    return new Tubes.Builder()
        .path(3, 22, 152, 6.5, 4, 24, 60, 6.8, 7, 24, 0, 7.2, 12, 24, -60, 7.5, 24, 8, -96, 8)
        .path(-9, -48, 60, 2.5, 0, -56, 50, 4, 8, -58, 36, 3)
        .path(-22, -2, 34, 4, -20, 2, 26, 3.5)
        .path(2, 14, 16, 5, -4, 14, 10, 4)
        .path(20, -12, 34, 3, 24, -8, 32, 3)
        .path(-12, -8, 66, 2.8, -14, -6, 60, 2.8)
        .pair(19, -8, 132, 6, 18, -8, 146, 9, 17, -8, 155, 9)
        .build();
  }

  /// Signed distance to the central vessels.
  double distance(double x, double y, double z) {
    return blood.distance(x, y, z);
  }

  /// The room that the vessels take from the lungs.
  void paintFat(Canvas canvas) {
    double z = canvas.z;
    canvas.solid(blood, ENVELOPE_MM).solid(soft, ENVELOPE_MM);
    canvas.paintInAir((depth, x, y) -> FAT + 12 * texture.at(x / 5, y / 5, z / 5));
  }

  void paint(Canvas canvas) {
    double z = canvas.z;
    canvas.solid(soft, 0);
    canvas.paintSolids((depth, x, y) -> (z > 124 && y < 5 ? 128 : SOFT));
    canvas.solid(blood, 0);
    canvas.paintSolids((depth, x, y) -> BLOOD + 6 * texture.at(x / 12, y / 12, z / 12));
  }
}
