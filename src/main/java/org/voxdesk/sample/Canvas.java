package org.voxdesk.sample;

import java.util.Arrays;

/// One slice being painted: HU per pixel, and a mask and a distance map to paint with.
final class Canvas {
  /// Width in millimetres over which an edge fades.
  static final double EDGE = 0.8;

  private static final float AIRY = -400;
  private static final Share ANYWHERE = at -> 1;

  final int k;
  final double z;
  final float[] hu = new float[Phantom.COLUMNS * Phantom.ROWS];
  final Mask mask = new Mask();

  /// What will be painted over later; nothing need be painted where it covers a pixel wholly.
  final Mask hidden = new Mask();

  final Distances distances;

  /// HU of the inside of a solid, `depth` millimetres under its surface.
  @FunctionalInterface
  interface Shade {
    double hu(double depth, double x, double y);
  }

  /// Which part of a pixel may be painted, 0 to 1.
  @FunctionalInterface
  private interface Share {
    float of(int at);
  }

  Canvas(int k) {
    this.k = k;
    this.z = Phantom.z(k);
    this.distances = new Distances(z);
    Arrays.fill(hu, Phantom.AIR);
  }

  /// Paints a polygon of x and y in turn with one HU.
  void paint(double[] polygon, double tissue) {
    mask.fill(polygon);
    paint(mask, (depth, x, y) -> tissue);
  }

  /// Paints what a mask covers; the shade's depth is always 0.
  void paint(Mask cover, Shade shade) {
    float[] later = hidden.cover;
    for (int j = cover.firstRow; j < cover.endRow; j++) {
      double y = Phantom.y(j);
      for (int i = cover.firstColumn; i < cover.endColumn; i++) {
        int at = j * Phantom.COLUMNS + i;
        float alpha = cover.cover[at];
        if (alpha > 0 && later[at] < 1) {
          hu[at] += alpha * ((float) shade.hu(0, Phantom.x(i), y) - hu[at]);
        }
      }
    }
  }

  /// Paints the inside of the solids in the distance map, then empties the map.
  void paintSolids(Shade shade) {
    paintSolids(shade, ANYWHERE);
  }

  /// The same, with one HU.
  void paintSolids(double tissue) {
    paintSolids((depth, x, y) -> tissue, ANYWHERE);
  }

  /// The same, only where there is air or lung so far.
  void paintInAir(Shade shade) {
    paintSolids(shade, at -> hu[at] < AIRY ? 1 : 0);
  }

  /// The same, inside `limit` only.
  void paintSolids(Shade shade, Mask limit) {
    paintSolids(shade, at -> limit.cover[at]);
  }

  private void paintSolids(Shade shade, Share share) {
    Distances map = distances;
    for (int j = map.firstRow; j < map.endRow; j++) {
      double y = Phantom.y(j);
      for (int i = map.firstColumn; i < map.endColumn; i++) {
        int at = j * Phantom.COLUMNS + i;
        double depth = -map.value[at];
        double alpha = Math.min(1, 0.5 + depth / EDGE);
        if (alpha > 0) {
          double part = alpha * share.of(at);
          hu[at] += (float) (part * (shade.hu(depth, Phantom.x(i), y) - hu[at]));
        }
      }
    }
    map.clear();
  }

  /// Raises what is less dense to `tissue` where a mask covers it, and leaves denser things seen
  /// through.
  void paintHaze(Mask cover, double tissue) {
    for (int j = cover.firstRow; j < cover.endRow; j++) {
      for (int i = cover.firstColumn; i < cover.endColumn; i++) {
        int at = j * Phantom.COLUMNS + i;
        if (hu[at] < tissue) {
          hu[at] += (float) (cover.cover[at] * (tissue - hu[at]));
        }
      }
    }
  }

  /// Draws an ellipsoid into the distance map.
  Canvas solid(Ellipsoid shape) {
    distances.add(shape);
    return this;
  }

  /// Draws tubes into the distance map.
  Canvas solid(Tubes tubes, double grown) {
    tubes.draw(k, distances, grown);
    return this;
  }
}
