package org.voxdesk.sample;

/// The heart with contrast in its chambers, in its fat and pericardium.
final class Heart {
  private static final int BLOOD = 152;
  private static final int MUSCLE = 98;
  private static final int FAT = -95;

  private static final Ellipsoid LEFT_VENTRICLE =
      Ellipsoid.of(46, -34, -44, 44, 31, 33).turned(-32);
  private static final Ellipsoid LEFT_CAVITY = Ellipsoid.of(44, -33, -43, 33, 19, 23).turned(-32);
  private static final Ellipsoid RIGHT_VENTRICLE =
      Ellipsoid.of(8, -58, -40, 42, 21, 34).turned(-12);
  private static final Ellipsoid RIGHT_CAVITY = Ellipsoid.of(7, -58, -40, 38, 16, 30).turned(-12);
  private static final Ellipsoid OUTFLOW = Ellipsoid.of(14, -56, -12, 17, 15, 24);
  private static final Ellipsoid RIGHT_ATRIUM = Ellipsoid.of(-31, -28, -33, 22, 27, 31);
  private static final Ellipsoid LEFT_ATRIUM = Ellipsoid.of(6, 7, -17, 35, 17, 22);
  private static final Ellipsoid APPENDAGE = Ellipsoid.of(38, -22, -4, 10, 16, 8).turned(-40);
  private static final Ellipsoid[] OUTER = {
    LEFT_VENTRICLE, RIGHT_VENTRICLE, OUTFLOW, RIGHT_ATRIUM, LEFT_ATRIUM, APPENDAGE
  };

  /// How far the outer shapes flow into each other.
  private static final double JOIN = 14;

  private final Texture texture;

  Heart(Texture texture) {
    this.texture = texture;
  }

  /// Signed distance to the pericardium.
  double distance(double x, double y, double z) {
    double nearest = 1e6;
    for (Ellipsoid part : OUTER) {
      double d = part.distance(x, y, z);
      double t = Math.max(0, JOIN - Math.abs(nearest - d)) / JOIN;
      nearest = Math.min(nearest, d) - t * t * JOIN / 4;
    }
    return nearest - 3 + 1.6 * texture.at(x / 13, y / 13, z / 13);
  }

  void paint(Canvas canvas) {
    double z = canvas.z;
    if (z < -86 || z > 26) {
      return;
    }
    int[] box = canvas.distances.box(-70, 100, -92, 36);
    for (int j = box[2]; j < box[3]; j++) {
      for (int i = box[0]; i < box[1]; i++) {
        canvas.distances.put(i, j, distance(Phantom.x(i), Phantom.y(j), z));
      }
    }
    canvas.paintSolids(
        (depth, x, y) -> depth < 1.4 ? 20 : FAT + 15 * texture.at(x / 4, y / 4, z / 4));
    for (Ellipsoid part : OUTER) {
      canvas.solid(part);
    }
    canvas.paintSolids((depth, x, y) -> MUSCLE + 6 * texture.at(x / 6, y / 6, z / 6));
    groove(canvas);
    canvas
        .solid(LEFT_CAVITY)
        .solid(RIGHT_CAVITY)
        .solid(OUTFLOW.grown(-2.5))
        .solid(RIGHT_ATRIUM.grown(-2))
        .solid(LEFT_ATRIUM.grown(-2))
        .solid(APPENDAGE.grown(-1.5));
    canvas.paintSolids(
        (depth, x, y) -> BLOOD + 7 * texture.at(x / 11, y / 11, z / 11) - papillary(x, y, z));
  }

  /// Fat in the grooves between the chambers, where the coronary vessels run.
  private static void groove(Canvas canvas) {
    canvas.distances.capsule(-20, -62, -5, 5, -24, -54, -62, 5, 1);
    canvas.distances.capsule(36, -62, -2, 4, 62, -62, -52, 3, 1);
    canvas.distances.capsule(30, 6, -22, 5, 8, 10, -44, 5, 1);
    canvas.paintSolids(FAT);
    canvas.distances.capsule(-20, -62, -5, 1.6, -24, -54, -62, 1.4, 1);
    canvas.distances.capsule(36, -62, -2, 1.5, 62, -62, -52, 1, 1);
    canvas.distances.capsule(30, 6, -22, 1.5, 8, 10, -44, 1.5, 1);
    canvas.paintSolids(BLOOD);
  }

  private double papillary(double x, double y, double z) {
    double grain = texture.at(x / 5 + 3, y / 5, z / 9);
    return LEFT_CAVITY.distance(x, y, z) > -7 && x > 25 && grain > 0.25 ? 45 : 0;
  }
}
