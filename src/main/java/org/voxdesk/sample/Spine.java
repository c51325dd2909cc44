package org.voxdesk.sample;

/// The vertebrae with discs, spinal canal and processes.
final class Spine {
  private static final int DISC = 85;
  private static final int CANAL_FAT = -40;
  private static final int SAC = 22;
  private static final int CORD = 42;

  /// z of the middle of the first thoracic vertebra, and how far the next are apart.
  private static final double TOP = 131;

  private static final double FIRST_STEP = 19;
  private static final double STEP_GROWTH = 0.55;
  private static final double PLATE_MM = 1.3;
  static final int COUNT = 14;

  /// Middle of vertebra `n` (0 is the first thoracic; negative numbers are cervical).
  static double z(int n) {
    return TOP - n * FIRST_STEP - STEP_GROWTH * n * (n - 1) / 2;
  }

  /// y of the middle of the bodies at a height: the thoracic spine is bent backwards.
  static double y(double z) {
    double t = (z + 10) / 150;
    return 51 - 9 * t * t;
  }

  private static double width(double z) {
    return 18.5 - 0.022 * (z + 150);
  }

  private static double depth(double z) {
    return 15.5 - 0.018 * (z + 150);
  }

  /// Cartilage and the tissue of the canal, under the bones.
  void paintDiscs(Canvas canvas) {
    double z = canvas.z;
    canvas.solid(Ellipsoid.of(0, y(z), z, width(z) - 0.5, depth(z) - 0.5, 40));
    canvas.paintSolids(DISC);
  }

  /// Adds the bone near the slice to the distance map.
  void draw(Canvas canvas) {
    for (int n = -2; n < COUNT; n++) {
      double middle = z(n);
      double half = (FIRST_STEP + STEP_GROWTH * n) / 2;
      if (Math.abs(canvas.z - middle) < 2.5 * half + 30) {
        body(canvas, middle, half - 2.6);
        arch(canvas.distances, middle, half);
      }
    }
  }

  void paintCanal(Canvas canvas) {
    double z = canvas.z;
    double middle = y(z) + depth(z) + 8.5;
    canvas.solid(Ellipsoid.of(0, middle, z, 10, 8.2, 40));
    canvas.paintSolids(CANAL_FAT);
    canvas.solid(Ellipsoid.of(0, middle - 0.6, z, 7.8, 6.6, 40));
    canvas.paintSolids(SAC);
    canvas.solid(Ellipsoid.of(0, middle - 0.8, z, 4.4, 3.7, 40));
    canvas.paintSolids(CORD);
  }

  private static void body(Canvas canvas, double middle, double half) {
    double z = canvas.z;
    double fromEnd = half - Math.abs(z - middle);
    if (fromEnd < -PLATE_MM - 1) {
      return;
    }
    double waist = 1.6 * Math.max(0, Math.min(1, fromEnd / half));
    double rx = width(z) - waist;
    double ry = depth(z) - waist;
    double centre = y(z);
    Ellipsoid section = Ellipsoid.of(0, centre, z, rx, ry, 60);
    double back = centre + ry - 2.4;
    int[] box = canvas.distances.box(-rx - 4, rx + 4, centre - ry - 4, centre + ry + 4);
    for (int j = box[2]; j < box[3]; j++) {
      double py = Phantom.y(j);
      for (int i = box[0]; i < box[1]; i++) {
        double d = section.distance(Phantom.x(i), py, z);
        canvas.distances.put(i, j, Math.max(Math.max(d, -fromEnd - PLATE_MM), py - back));
      }
    }
  }

  /// Pedicles, laminae, transverse, articular and spinous processes of one vertebra.
  private static void arch(Distances map, double z, double half) {
    double back = y(z) + depth(z);
    for (int side = -1; side <= 1; side += 2) {
      double x = side;
      map.capsule(11 * x, back - 4, z + 4, 3.8, 13 * x, back + 8, z + 3, 3.6, 0.6);
      map.capsule(13 * x, back + 8, z + 3, 4, 15 * x, back + 11, z - 3, 4, 0.5);
      map.capsule(13 * x, back + 11, z + half, 3.6, 13 * x, back + 13, z - half, 3.6, 1);
      map.capsule(14 * x, back + 11, z, 4, 34 * x, back + 18, z + 3, 3.6, 0.8);
      map.capsule(13 * x, back + 11, z - 1, 2.6, 1 * x, back + 20, z - 5, 2.6, 0.35);
    }
    map.capsule(0, back + 20, z - 5, 2.6, 0, back + 35, z - 22, 2.3, 0.45);
  }
}
