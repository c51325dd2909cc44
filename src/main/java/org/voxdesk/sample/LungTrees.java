package org.voxdesk.sample;

import org.voxdesk.sample.Lungs.Lobe;

/// Arteries, veins and bronchi of the lobes, grown from the hila.
final class LungTrees {
  private static final int BLOOD = 110;
  private static final int WALL = -150;
  private static final int LUMEN = -985;

  /// Points of each lobe that arteries must reach; veins reach three quarters as many.
  private static final int TWIGS = 1100;

  /// Branches up to this depth have a bronchus beside them.
  private static final int BRONCHI_DEPTH = 4;

  private final Lungs lungs;
  private final Heart heart;
  private final Mediastinum mediastinum;
  private final Tubes blood;
  private final Tubes air;

  /// Where a lobe's artery, vein and bronchus enter it.
  private record Hilum(Lobe lobe, double share, Point artery, Point vein, Point bronchus) {}

  private record Point(double x, double y, double z) {
    double[] array() {
      return new double[] {x, y, z};
    }
  }

  private static final Hilum[] HILA = {
    new Hilum(
        Lobe.RIGHT_UPPER,
        1.0,
        new Point(-46, -6, 22),
        new Point(-48, -14, 2),
        new Point(-36, 4, 14)),
    new Hilum(
        Lobe.RIGHT_MIDDLE,
        0.6,
        new Point(-46, 0, -12),
        new Point(-46, -12, -8),
        new Point(-38, 2, -10)),
    new Hilum(
        Lobe.RIGHT_LOWER,
        1.25,
        new Point(-46, 14, -18),
        new Point(-50, 26, -40),
        new Point(-38, 10, -14)),
    new Hilum(
        Lobe.LEFT_UPPER, 1.2, new Point(48, 4, 14), new Point(50, -18, 8), new Point(44, 6, -2)),
    new Hilum(
        Lobe.LEFT_LOWER,
        1.15,
        new Point(48, 18, -14),
        new Point(54, 28, -40),
        new Point(42, 12, -10))
  };

  LungTrees(Lungs lungs, Heart heart, Mediastinum mediastinum, long seed) {
    this.lungs = lungs;
    this.heart = heart;
    this.mediastinum = mediastinum;
    Tubes.Builder vessels = new Tubes.Builder();
    Tubes.Builder airways = new Tubes.Builder();
    mainBronchi(airways);
    for (Hilum hilum : HILA) {
      Noise noise = new Noise(Noise.mix(seed + hilum.lobe().stream));
      Bronchi bronchi = new Bronchi(airways, heart, hilum.bronchus().array());
      double[] fed = seeds(hilum, (int) (TWIGS * hilum.share()), noise);
      new Tree(fed, vessels, bronchi).grow(hilum.artery().array(), outward(hilum));
      double[] drained = seeds(hilum, (int) (0.75 * TWIGS * hilum.share()), noise);
      new Tree(drained, vessels, (depth, from, to, r0, r1) -> {})
          .grow(hilum.vein().array(), outward(hilum));
    }
    feeder(vessels);
    blood = vessels.build();
    air = airways.build();
  }

  void paintBlood(Canvas canvas) {
    canvas.solid(blood, 0);
    canvas.paintSolids((depth, x, y) -> BLOOD + 40 * Math.min(1, Math.max(0, depth / 4)));
  }

  void paintAir(Canvas canvas) {
    canvas.solid(air, 0.8);
    canvas.paintSolids(WALL);
    canvas.solid(air, 0);
    canvas.paintSolids(LUMEN);
  }

  private static void mainBronchi(Tubes.Builder tubes) {
    tubes.path(0, -8, 155, 8.2, 0, -6, 120, 8.2, -1, 2, 80, 8.4, -2, 7, 45, 8.8, -2, 8, 32, 9);
    tubes.path(-2, 8, 32, 8.4, -12, 8, 22, 7.4, -24, 8, 12, 7, -33, 8, 2, 6, -38, 9, -14, 5);
    tubes.path(-24, 7, 14, 5.5, -31, 5, 15, 5, -36, 4, 14, 4);
    tubes.path(-35, 7, -4, 4, -38, 2, -10, 3.4);
    tubes.path(-2, 8, 32, 8, 8, 9, 22, 7, 24, 11, 10, 6.4, 36, 11, 2, 5.6, 42, 12, -10, 4.6);
    tubes.path(34, 11, 3, 5, 44, 6, -2, 3.8);
  }

  /// The vessel that enters the juxta-vascular nodule.
  private static void feeder(Tubes.Builder tubes) {
    for (Nodule nodule : Nodules.ALL) {
      if (nodule.kind() == Nodule.Kind.JUXTA_VASCULAR) {
        double x = nodule.lpsX();
        double y = nodule.lpsY();
        double z = nodule.lpsZ();
        tubes.path(
            48, 18, z, 2.6, x - 10, y - 6, z + 1, 2, x - 2, y - 3, z + 2, 1.8, x + 8, y - 3, z, 1.5,
            x + 22, y + 4, z - 6, 1);
      }
    }
  }

  /// Points spread through a lobe, a little away from its walls, in the order they were drawn.
  private double[] seeds(Hilum hilum, int count, Noise noise) {
    int side = hilum.lobe().side;
    double[] points = new double[3 * count];
    Sections sections = new Sections(lungs, side);
    int found = 0;
    while (found < count) {
      double x = side * (12 + 122 * noise.nextDouble());
      double y = -92 + 178 * noise.nextDouble();
      double z = -140 + 252 * noise.nextDouble();
      if (Lungs.lobe(side, x, y, z) == hilum.lobe()
          && sections.contains(x, y, z)
          && z > Lungs.diaphragm(side, x, y) + 3
          && heart.distance(x, y, z) > 3
          && mediastinum.distance(x, y, z) > 4) {
        points[3 * found] = x;
        points[3 * found + 1] = y;
        points[3 * found + 2] = z;
        found++;
      }
    }
    return points;
  }

  private static double[] outward(Hilum hilum) {
    return new double[] {0.8 * hilum.lobe().side, 0, hilum.artery().z() > 0 ? 0.6 : -0.6};
  }

  /// Lays a bronchus beside each of the first branches of an artery.
  private static final class Bronchi implements Tree.Branch {
    private final Tubes.Builder tubes;
    private final Heart heart;
    private final double[][] ends = new double[BRONCHI_DEPTH + 2][];

    Bronchi(Tubes.Builder tubes, Heart heart, double[] root) {
      this.tubes = tubes;
      this.heart = heart;
      ends[0] = root;
    }

    @Override
    public void grown(int depth, double[] from, double[] to, double r0, double r1) {
      double[] start = depth <= BRONCHI_DEPTH ? ends[depth] : from;
      double lumen = 0.62 * r1;
      if (depth > BRONCHI_DEPTH || lumen < 0.7) {
        return;
      }
      double dx = to[0] - from[0];
      double dy = to[1] - from[1];
      double dz = to[2] - from[2];
      double acrossX = dy * 0.9 - dz * 0.3;
      double acrossY = dz * 0.3 - dx * 0.9;
      double acrossZ = dx * 0.3 - dy * 0.3;
      double length = Math.sqrt(acrossX * acrossX + acrossY * acrossY + acrossZ * acrossZ) + 1e-9;
      double beside = (r1 + lumen + 1) / length;
      double[] end = {to[0] + beside * acrossX, to[1] + beside * acrossY, to[2] + beside * acrossZ};
      if (heart.distance(end[0], end[1], end[2]) > lumen + 2) {
        tubes.add(
            start[0],
            start[1],
            start[2],
            Math.min(1.2 * lumen, 0.62 * r0),
            end[0],
            end[1],
            end[2],
            lumen);
      }
      ends[depth + 1] = end;
    }
  }
}
