package org.voxdesk.sample;

/// Twelve pairs of ribs, each from its vertebra round the chest and down to its cartilage.
final class Ribs {
  /// A rib is this much flatter across than along z.
  private static final double STRETCH = 0.62;

  private static final double OUTWARD = 5.2;
  private static final int STEPS = 22;

  /// How far each rib falls from back to front, and how far forward it reaches along the chest (the
  /// position of [Chest]).
  private static final double[] FALL = {52, 64, 70, 84, 95, 104, 110, 108, 98, 82, 52, 32};

  private static final double[] REACH = {
    0.16, 0.13, 0.12, 0.13, 0.14, 0.17, 0.2, 0.25, 0.3, 0.36, 0.52, 0.7
  };

  private final Tubes bone;
  private final Tubes cartilage;

  Ribs(Chest chest) {
    Tubes.Builder bones = new Tubes.Builder(STRETCH);
    Tubes.Builder soft = new Tubes.Builder(STRETCH);
    for (int rib = 0; rib < FALL.length; rib++) {
      for (int side = -1; side <= 1; side += 2) {
        rib(chest, bones, soft, rib, side);
      }
    }
    bone = bones.build();
    cartilage = soft.build();
  }

  void paintCartilage(Canvas canvas) {
    canvas.solid(cartilage, 0);
    canvas.paintSolids((depth, x, y) -> depth < 0.9 ? 130 : 95);
  }

  void draw(Canvas canvas) {
    canvas.solid(bone, 0);
  }

  private static void rib(Chest chest, Tubes.Builder bones, Tubes.Builder soft, int rib, int side) {
    double head = Spine.z(rib) + 8;
    double y = Spine.y(head);
    double thick = 3.4 + (rib > 1 && rib < 9 ? 0.5 : 0);
    double[] angle = chest.point(side, head - 5, 0.86, OUTWARD);
    bones.path(
        side * 19, y + 10, head, 3.6, side * 27, y + 20, head - 1, 3.2, side * 36, y + 25, head - 2,
        3.6, angle[0], angle[1], head - 5, thick);
    double[] path = new double[4 * (STEPS + 1)];
    for (int n = 0; n <= STEPS; n++) {
      double t = (double) n / STEPS;
      double along = 0.86 + t * (REACH[rib] - 0.86);
      double z = head - 5 - (FALL[rib] - 5) * (1.25 * t - 0.25 * t * t);
      double[] at = chest.point(side, z, along, OUTWARD);
      path[4 * n] = at[0];
      path[4 * n + 1] = at[1];
      path[4 * n + 2] = z;
      path[4 * n + 3] = thick + 0.5 * t;
    }
    bones.path(path);
    cartilage(soft, path, rib, side, thick);
  }

  /// The cartilage that joins the first ten ribs to the breastbone or to the rib above.
  private static void cartilage(
      Tubes.Builder soft, double[] path, int rib, int side, double thick) {
    if (rib > 9) {
      return;
    }
    int last = path.length - 4;
    double z = Math.max(path[last + 2] + (rib > 3 ? 9 * (rib - 3) : -4), -62);
    double goalX = side * (rib > 6 ? 22 + 9 * (rib - 6) : 17);
    double goalZ = rib > 6 ? -62 - 14 * (rib - 6) : z;
    double goalY = Sternum.y(Math.max(goalZ, -60)) + (rib > 6 ? 3 * (rib - 6) : 0);
    soft.path(
        path[last],
        path[last + 1],
        path[last + 2],
        thick + 0.8,
        0.5 * (path[last] + goalX),
        0.5 * (path[last + 1] + goalY) - 3,
        0.5 * (path[last + 2] + goalZ) - 4,
        thick + 0.6,
        goalX,
        goalY,
        goalZ,
        thick);
  }
}
