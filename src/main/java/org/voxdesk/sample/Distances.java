package org.voxdesk.sample;

import java.util.Arrays;

/// Signed distance in millimetres from each pixel of one slice to the nearest surface of the solids
/// drawn so far (negative inside), so that overlapping solids join without seams.
final class Distances {
  /// Further outside than this nothing is kept: enough for an edge to fade.
  static final double REACH = 0.6;

  private static final float FAR = 1e6f;

  final float[] value = new float[Phantom.COLUMNS * Phantom.ROWS];
  final double z;
  int firstRow = Phantom.ROWS;
  int endRow;
  int firstColumn = Phantom.COLUMNS;
  int endColumn;

  Distances(double z) {
    this.z = z;
    Arrays.fill(value, FAR);
  }

  void clear() {
    for (int j = firstRow; j < endRow; j++) {
      int row = j * Phantom.COLUMNS;
      Arrays.fill(value, row + firstColumn, row + endColumn, FAR);
    }
    firstRow = Phantom.ROWS;
    endRow = 0;
    firstColumn = Phantom.COLUMNS;
    endColumn = 0;
  }

  /// Adds a tapering tube with round ends; `stretch` below 1 makes its section taller along z.
  void capsule(
      double x0,
      double y0,
      double z0,
      double r0,
      double x1,
      double y1,
      double z1,
      double r1,
      double stretch) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double dz = (z1 - z0) * stretch;
    double toPlane = (z - z0) * stretch;
    double length2 = Math.max(dx * dx + dy * dy + dz * dz, 1e-9);
    double reach = Math.max(r0, r1) + REACH;
    double from = 0;
    double to = 1;
    if (Math.abs(dz) > 1e-6) {
      double a = (toPlane - reach) / dz;
      double b = (toPlane + reach) / dz;
      from = Math.max(0, Math.min(a, b));
      to = Math.min(1, Math.max(a, b));
    }
    if (from > to || (Math.abs(dz) <= 1e-6 && Math.abs(toPlane) > reach)) {
      return;
    }
    int[] box =
        box(
            Math.min(x0 + from * dx, x0 + to * dx) - reach,
            Math.max(x0 + from * dx, x0 + to * dx) + reach,
            Math.min(y0 + from * dy, y0 + to * dy) - reach,
            Math.max(y0 + from * dy, y0 + to * dy) + reach);
    double taper = r1 - r0;
    for (int j = box[2]; j < box[3]; j++) {
      double py = Phantom.y(j) - y0;
      for (int i = box[0]; i < box[1]; i++) {
        double px = Phantom.x(i) - x0;
        double t = (px * dx + py * dy + toPlane * dz) / length2;
        t = t < 0 ? 0 : t > 1 ? 1 : t;
        double ex = px - t * dx;
        double ey = py - t * dy;
        double ez = toPlane - t * dz;
        double d = Math.sqrt(ex * ex + ey * ey + ez * ez) - (r0 + t * taper);
        int at = j * Phantom.COLUMNS + i;
        if (d < value[at]) {
          value[at] = (float) d;
        }
      }
    }
  }

  /// Adds an ellipsoid, its distances to first order.
  void add(Ellipsoid solid) {
    if (Math.abs(z - solid.z()) > solid.reachZ() + REACH) {
      return;
    }
    double reachX = solid.reachX() + REACH;
    double reachY = solid.reachY() + REACH;
    int[] box = box(solid.x() - reachX, solid.x() + reachX, solid.y() - reachY, solid.y() + reachY);
    for (int j = box[2]; j < box[3]; j++) {
      for (int i = box[0]; i < box[1]; i++) {
        double d = solid.distance(Phantom.x(i), Phantom.y(j), z);
        int at = j * Phantom.COLUMNS + i;
        if (d < value[at]) {
          value[at] = (float) d;
        }
      }
    }
  }

  /// Lowers one pixel's distance to `d`; the pixel must lie in a box taken before.
  void put(int i, int j, double d) {
    int at = j * Phantom.COLUMNS + i;
    if (d < value[at]) {
      value[at] = (float) d;
    }
  }

  /// Opens the rectangle given in millimetres for writing: first and end column, first and end row.
  int[] box(double minX, double maxX, double minY, double maxY) {
    int[] box = {
      Mask.clamp((int) Math.floor(Phantom.column(minX)), Phantom.COLUMNS),
      Mask.clamp((int) Math.ceil(Phantom.column(maxX)) + 1, Phantom.COLUMNS),
      Mask.clamp((int) Math.floor(Phantom.row(minY)), Phantom.ROWS),
      Mask.clamp((int) Math.ceil(Phantom.row(maxY)) + 1, Phantom.ROWS)
    };
    if (box[0] < box[1] && box[2] < box[3]) {
      firstColumn = Math.min(firstColumn, box[0]);
      endColumn = Math.max(endColumn, box[1]);
      firstRow = Math.min(firstRow, box[2]);
      endRow = Math.max(endRow, box[3]);
    }
    return box;
  }
}
