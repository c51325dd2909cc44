package org.voxdesk.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Many tapering tubes in space, sorted by the slices they touch.
final class Tubes {
  private static final int FIELDS = 8;

  /// The most by which tubes are ever drawn thicker.
  private static final double MOST_GROWN = 3;

  private final double stretch;
  private final double[] data;
  private final int[][] bySlice;

  private Tubes(double stretch, double[] data, int[][] bySlice) {
    this.stretch = stretch;
    this.data = data;
    this.bySlice = bySlice;
  }

  /// Adds the tubes near slice `k` to `distances`, each thicker by `grown` millimetres.
  void draw(int k, Distances distances, double grown) {
    for (int start : bySlice[k]) {
      distances.capsule(
          data[start],
          data[start + 1],
          data[start + 2],
          data[start + 3] + grown,
          data[start + 4],
          data[start + 5],
          data[start + 6],
          data[start + 7] + grown,
          stretch);
    }
  }

  /// Signed distance from a point to the nearest tube.
  double distance(double x, double y, double z) {
    double nearest = Double.MAX_VALUE;
    for (int start = 0; start < data.length; start += FIELDS) {
      nearest = Math.min(nearest, distance(start, x, y, z));
    }
    return nearest;
  }

  private double distance(int start, double x, double y, double z) {
    double dx = data[start + 4] - data[start];
    double dy = data[start + 5] - data[start + 1];
    double dz = data[start + 6] - data[start + 2];
    double px = x - data[start];
    double py = y - data[start + 1];
    double pz = z - data[start + 2];
    double length2 = Math.max(dx * dx + dy * dy + dz * dz, 1e-9);
    double t = Math.max(0, Math.min(1, (px * dx + py * dy + pz * dz) / length2));
    double ex = px - t * dx;
    double ey = py - t * dy;
    double ez = pz - t * dz;
    double radius = data[start + 3] + t * (data[start + 7] - data[start + 3]);
    return Math.sqrt(ex * ex + ey * ey + ez * ez) - radius;
  }

  /// Collects tubes.
  static final class Builder {
    private static final int STEPS = 4;

    private final double stretch;
    private double[] data = new double[FIELDS * 256];
    private int size;

    Builder() {
      this(1);
    }

    /// Tubes whose section is `1 / stretch` times as tall along z as it is thick.
    Builder(double stretch) {
      this.stretch = stretch;
    }

    Builder add(
        double x0, double y0, double z0, double r0, double x1, double y1, double z1, double r1) {
      if (size + FIELDS > data.length) {
        data = Arrays.copyOf(data, data.length * 2);
      }
      double[] tube = {x0, y0, z0, r0, x1, y1, z1, r1};
      System.arraycopy(tube, 0, data, size, FIELDS);
      size += FIELDS;
      return this;
    }

    /// A smooth path through points given as x, y, z, radius in turn.
    Builder path(double... points) {
      double[] dense = Curves.open(points, 4, STEPS);
      for (int at = 0; at + 8 <= dense.length; at += 4) {
        add(
            dense[at],
            dense[at + 1],
            dense[at + 2],
            dense[at + 3],
            dense[at + 4],
            dense[at + 5],
            dense[at + 6],
            dense[at + 7]);
      }
      return this;
    }

    /// The same path on both sides of the midline.
    Builder pair(double... points) {
      path(points);
      double[] other = points.clone();
      for (int at = 0; at < other.length; at += 4) {
        other[at] = -other[at];
      }
      return path(other);
    }

    Tubes build() {
      List<List<Integer>> slices = new ArrayList<>();
      for (int k = 0; k < Phantom.SLICES; k++) {
        slices.add(new ArrayList<>());
      }
      for (int start = 0; start < size; start += FIELDS) {
        double reach =
            (Math.max(data[start + 3], data[start + 7]) + Distances.REACH + MOST_GROWN) / stretch;
        double low = Math.min(data[start + 2], data[start + 6]) - reach;
        double high = Math.max(data[start + 2], data[start + 6]) + reach;
        int first = Math.max(0, (int) Math.ceil(Phantom.slice(low)));
        int last = Math.min(Phantom.SLICES - 1, (int) Math.floor(Phantom.slice(high)));
        for (int k = first; k <= last; k++) {
          slices.get(k).add(start);
        }
      }
      int[][] bySlice = new int[Phantom.SLICES][];
      for (int k = 0; k < Phantom.SLICES; k++) {
        bySlice[k] = slices.get(k).stream().mapToInt(Integer::intValue).toArray();
      }
      return new Tubes(stretch, Arrays.copyOf(data, size), bySlice);
    }
  }
}
