package org.voxdesk.sample;

import java.util.Arrays;

/// How much of each pixel of one slice a closed polygon covers, 0 to 1.
///
/// Each row is sampled on four lines, along which the cover is exact; inside and outside by the
/// even-odd rule.
final class Mask {
  private static final int LINES = 4;

  final float[] cover = new float[Phantom.COLUMNS * Phantom.ROWS];
  int firstRow;
  int endRow;
  int firstColumn;
  int endColumn;

  /// Replaces the cover by that of `polygon`: x and y in turn, in millimetres.
  void fill(double[] polygon) {
    clear();
    if (polygon.length < 6) {
      return;
    }
    double[] xs = new double[polygon.length / 2];
    double[] ys = new double[polygon.length / 2];
    double minX = Double.MAX_VALUE;
    double maxX = -Double.MAX_VALUE;
    double minY = Double.MAX_VALUE;
    double maxY = -Double.MAX_VALUE;
    for (int n = 0; n < xs.length; n++) {
      xs[n] = Phantom.column(polygon[2 * n]);
      ys[n] = Phantom.row(polygon[2 * n + 1]);
      minX = Math.min(minX, xs[n]);
      maxX = Math.max(maxX, xs[n]);
      minY = Math.min(minY, ys[n]);
      maxY = Math.max(maxY, ys[n]);
    }
    firstColumn = clamp((int) Math.floor(minX), Phantom.COLUMNS);
    endColumn = clamp((int) Math.ceil(maxX) + 2, Phantom.COLUMNS);
    firstRow = clamp((int) Math.floor(minY), Phantom.ROWS);
    endRow = clamp((int) Math.ceil(maxY) + 2, Phantom.ROWS);
    double[] crossings = new double[xs.length];
    for (int j = firstRow; j < endRow; j++) {
      for (int line = 0; line < LINES; line++) {
        double y = j - 0.5 + (line + 0.5) / LINES;
        int count = crossings(xs, ys, y, crossings);
        for (int n = 0; n + 1 < count; n += 2) {
          span(j * Phantom.COLUMNS, crossings[n] + 0.5, crossings[n + 1] + 0.5);
        }
      }
    }
  }

  /// Replaces the cover by that of a ball in the slice at `z`.
  void fill(Ball ball, double z) {
    clear();
    if (Math.abs(z - ball.z()) >= ball.radius() + Phantom.SLICE_MM / 2) {
      return;
    }
    firstColumn =
        clamp((int) Math.floor(Phantom.column(ball.x() - ball.radius())), Phantom.COLUMNS);
    endColumn =
        clamp((int) Math.ceil(Phantom.column(ball.x() + ball.radius())) + 1, Phantom.COLUMNS);
    firstRow = clamp((int) Math.floor(Phantom.row(ball.y() - ball.radius())), Phantom.ROWS);
    endRow = clamp((int) Math.ceil(Phantom.row(ball.y() + ball.radius())) + 1, Phantom.ROWS);
    for (int j = firstRow; j < endRow; j++) {
      double dy = Phantom.y(j) - ball.y();
      for (int i = firstColumn; i < endColumn; i++) {
        double dx = Phantom.x(i) - ball.x();
        cover[j * Phantom.COLUMNS + i] =
            (float) ball.cover(dx, dy, z - ball.z(), Phantom.PIXEL_MM, Phantom.SLICE_MM);
      }
    }
  }

  /// Keeps only what `other` covers too.
  void intersect(Mask other) {
    for (int j = firstRow; j < endRow; j++) {
      for (int at = j * Phantom.COLUMNS + firstColumn; at < j * Phantom.COLUMNS + endColumn; at++) {
        cover[at] *= other.cover[at];
      }
    }
  }

  private void clear() {
    for (int j = firstRow; j < endRow; j++) {
      int row = j * Phantom.COLUMNS;
      Arrays.fill(cover, row + firstColumn, row + endColumn, 0);
    }
    firstRow = 0;
    endRow = 0;
    firstColumn = 0;
    endColumn = 0;
  }

  private static int crossings(double[] xs, double[] ys, double y, double[] crossings) {
    int count = 0;
    int before = xs.length - 1;
    for (int n = 0; n < xs.length; before = n++) {
      if (ys[n] > y != ys[before] > y) {
        crossings[count++] = xs[n] + (y - ys[n]) / (ys[before] - ys[n]) * (xs[before] - xs[n]);
      }
    }
    Arrays.sort(crossings, 0, count);
    return count;
  }

  /// Adds one line's cover between two positions, in pixels from the left edge of column 0.
  private void span(int row, double from, double to) {
    double start = Math.max(from, 0);
    double end = Math.min(to, Phantom.COLUMNS);
    if (end <= start) {
      return;
    }
    int first = (int) start;
    int last = Math.min((int) end, Phantom.COLUMNS - 1);
    if (first == last) {
      cover[row + first] += (float) ((end - start) / LINES);
      return;
    }
    cover[row + first] += (float) ((first + 1 - start) / LINES);
    for (int i = first + 1; i < last; i++) {
      cover[row + i] += 1f / LINES;
    }
    cover[row + last] += (float) ((end - last) / LINES);
  }

  static int clamp(int value, int limit) {
    return Math.max(0, Math.min(limit, value));
  }
}
