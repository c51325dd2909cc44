package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Planes sampled the plain way, a pixel at a time and in double: what the fast ways must come to.
final class PlaneReference {
  private final Volume volume;
  private final PlaneGrid grid;
  private final PlaneInterpolation how;

  PlaneReference(Volume volume, PlaneGrid grid, PlaneInterpolation how) {
    this.volume = volume;
    this.grid = grid;
    this.how = how;
  }

  /// The exact value of one pixel; NaN outside.
  double value(int column, int row, Slab slab, double step) {
    List<Slab.Sample> samples = slab.samples(step);
    double sum = 0;
    double weights = 0;
    double greatest = Double.NaN;
    double least = Double.NaN;
    for (Slab.Sample sample : samples) {
      double value = at(grid.lps(column, row).plus(grid.normal().times(sample.depth())));
      if (!Double.isNaN(value)) {
        sum += sample.weight() * value;
        weights += sample.weight();
        greatest = Double.isNaN(greatest) ? value : Math.max(greatest, value);
        least = Double.isNaN(least) ? value : Math.min(least, value);
      }
    }
    return switch (slab.kind()) {
      case MEAN -> sum / weights;
      case MAXIMUM -> greatest;
      case MINIMUM -> least;
    };
  }

  private double at(Lps point) {
    Geometry geometry = volume.geometry();
    Voxel index = geometry.index(point);
    double i = how.place(index.i(), geometry.columns());
    double j = how.place(index.j(), geometry.rows());
    double k = how.place(scanned(geometry, index.k()), geometry.slices());
    if (Double.isNaN(i) || Double.isNaN(j) || Double.isNaN(k)) {
      return Double.NaN;
    }
    double value = 0;
    for (int corner = 0; corner < 8; corner++) {
      double weight = share(i, corner & 1) * share(j, corner >> 1 & 1) * share(k, corner >> 2 & 1);
      if (weight > 0) {
        int voxel =
            volume.value(
                (int) i + (corner & 1), (int) j + (corner >> 1 & 1), (int) k + (corner >> 2 & 1));
        boolean isPadding = volume.padding().equals(OptionalInt.of(voxel));
        value += isPadding ? Double.NaN : weight * voxel;
      }
    }
    return value;
  }

  /// The slice that a place takes its value from: where slices are missing, one that reaches there
  /// by half the usual step, or none.
  static double scanned(Geometry geometry, double k) {
    List<Double> steps = new ArrayList<>();
    for (int n = 1; n < geometry.slices(); n++) {
      steps.add(step(geometry, n - 1));
    }
    int below = (int) Math.floor(k);
    if (below < 0 || below >= steps.size()) {
      return k;
    }
    double usual = steps.stream().sorted().toList().get((steps.size() - 1) / 2);
    double step = step(geometry, below);
    if (step <= 1.51 * usual || k == below) {
      return k;
    }
    double above = (k - below) * step;
    return above <= usual / 2 ? below : step - above <= usual / 2 ? below + 1 : Double.NaN;
  }

  private static double step(Geometry geometry, int k) {
    return geometry.position(k + 1).minus(geometry.position(k)).dot(geometry.normal());
  }

  private static double share(double place, int upper) {
    double above = place - Math.floor(place);
    return upper == 1 ? above : 1 - above;
  }

  /// Whether a pixel lies so near to an edge, or half way between two voxels, that rounding
  /// decides.
  boolean isOnEdge(int column, int row, Slab slab, double step) {
    return slab.samples(step).stream()
        .map(
            s ->
                volume.geometry().index(grid.lps(column, row).plus(grid.normal().times(s.depth()))))
        .anyMatch(v -> isHalf(v.i()) || isHalf(v.j()) || isHalf(v.k()) || isAtReach(v.k()));
  }

  /// Whether a place is where a slice beside missing ones ends.
  private boolean isAtReach(double k) {
    double before = scanned(volume.geometry(), k - 1e-5);
    double after = scanned(volume.geometry(), k + 1e-5);
    return Double.isNaN(before) != Double.isNaN(after);
  }

  private static boolean isHalf(double index) {
    return Math.abs(index - Math.floor(index) - 0.5) < 1e-5;
  }
}
