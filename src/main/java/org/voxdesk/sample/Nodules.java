package org.voxdesk.sample;

import java.util.List;
import org.voxdesk.sample.Nodule.Kind;

/// The phantom's nodules: smooth spheres, painted last so that nothing blurs what is known of them,
/// each pixel with the mean over its area and the slice's thickness.
final class Nodules {
  static final List<Nodule> ALL =
      List.of(
          new Nodule(1, -70, -22, 62, 8, 35, Kind.SOLID),
          new Nodule(2, 62, -34, 48, 12, 40, Kind.SOLID),
          new Nodule(3, -88, -38, -16.25, 4, 20, Kind.SOLID),
          new Nodule(4, 92, 40, -25, 6, 10, Kind.SOLID),
          new Nodule(5, -76, 44, -8, 18, 20, Kind.PART_SOLID),
          new Nodule(6, 82, -12, 22, 14, -500, Kind.GROUND_GLASS),
          new Nodule(7, -54, 28, 78, 9, -560, Kind.GROUND_GLASS),
          new Nodule(8, -62, 62, -48, 7, 300, Kind.CALCIFIED),
          new Nodule(9, 122, 12, -4, 11, 30, Kind.JUXTA_PLEURAL),
          new Nodule(10, 66, 34, -14, 9, 45, Kind.JUXTA_VASCULAR),
          new Nodule(11, -82, 22, 36, 28, 45, Kind.SOLID),
          new Nodule(12, 58, 58, -62, 5, -20, Kind.SOLID));

  /// Room kept free of small vessels around a nodule.
  private static final double CLEARANCE_MM = 4;

  private Nodules() {}

  /// Whether a small vessel at this point would spoil a nodule's measurement.
  static boolean tooClose(double x, double y, double z) {
    for (Nodule nodule : ALL) {
      double room = nodule.radius() + CLEARANCE_MM;
      double dx = x - nodule.lpsX();
      double dy = y - nodule.lpsY();
      double dz = z - nodule.lpsZ();
      if (dx * dx + dy * dy + dz * dz < room * room && nodule.kind() != Kind.GROUND_GLASS) {
        return true;
      }
    }
    return false;
  }

  static void paint(Canvas canvas, List<Nodule> nodules) {
    for (Nodule nodule : nodules) {
      if (nodule.kind() == Kind.PART_SOLID) {
        ball(canvas, nodule, nodule.radius(), Nodule.HALO_HU);
        ball(canvas, nodule, nodule.radius() / 2, nodule.hu());
      } else {
        ball(canvas, nodule, nodule.radius(), nodule.hu());
      }
    }
  }

  private static void ball(Canvas canvas, Nodule nodule, double radius, int hu) {
    canvas.mask.fill(new Ball(nodule.lpsX(), nodule.lpsY(), nodule.lpsZ(), radius), canvas.z);
    if (nodule.kind() == Kind.GROUND_GLASS) {
      canvas.paintHaze(canvas.mask, hu);
    } else {
      canvas.paint(canvas.mask, (depth, x, y) -> hu);
    }
  }
}
