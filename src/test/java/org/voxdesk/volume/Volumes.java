package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/// Volumes made for tests.
public final class Volumes {
  private Volumes() {}

  /// Random values all over int16, with the given spacing in both modes.
  public static Volume random(
      int columns, int rows, int slices, ClassicSpacing spacing, long seed) {
    Random random = new Random(seed);
    short[][] values = new short[slices][columns * rows];
    for (short[] slice : values) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (short) (random.nextInt(8) == 0 ? -2000 : random.nextInt());
      }
    }
    Geometry geometry =
        Geometry.uniform(
            SlicePlane.axial(columns, rows, spacing.x(), spacing.y()),
            new Lps(-100, -50, 20),
            spacing.z(),
            slices);
    return Volume.of(geometry, values).withClassicSpacing(spacing);
  }

  /// A volume whose value at every voxel is a function of its place, rounded.
  public static Volume of(Geometry geometry, ToDoubleFunction<Lps> value) {
    short[][] values = new short[geometry.slices()][geometry.columns() * geometry.rows()];
    for (int k = 0; k < geometry.slices(); k++) {
      for (int j = 0; j < geometry.rows(); j++) {
        for (int i = 0; i < geometry.columns(); i++) {
          values[k][j * geometry.columns() + i] =
              (short) Math.rint(value.applyAsDouble(geometry.lps(i, j, k)));
        }
      }
    }
    return Volume.of(geometry, values);
  }

  /// A stack that lies as that of the embedded sample does.
  public static Geometry straight() {
    return Geometry.uniform(
        SlicePlane.axial(60, 50, 0.7, 0.7), new Lps(-178.85, -178.85, -148.75), 2.5, 30);
  }

  /// A stack that lies askew in the patient.
  public static Geometry oblique() {
    return Geometry.uniform(obliquePlane(), new Lps(-31, 12, 7.5), 2.2, 30);
  }

  /// A stack whose gantry was tilted by 15 degrees.
  public static Geometry tilted() {
    SlicePlane plane = SlicePlane.axial(60, 50, 0.9, 0.7);
    List<Lps> positions = new ArrayList<>();
    for (int k = 0; k < 30; k++) {
      positions.add(new Lps(-20, -30 + k * 2.5 * Math.tan(Math.toRadians(15)), 100 + k * 2.5));
    }
    return Geometry.of(plane, positions);
  }

  /// An oblique stack with a different gap after every slice, one of them large.
  public static Geometry uneven() {
    SlicePlane plane = obliquePlane();
    List<Lps> positions = new ArrayList<>();
    double height = 0;
    for (int k = 0; k < 30; k++) {
      positions.add(new Lps(5, 6, 7).plus(plane.normal().times(height)));
      height += k == 11 ? 7.5 : 1 + (k * 7 % 5) * 0.3;
    }
    return Geometry.of(plane, positions);
  }

  private static SlicePlane obliquePlane() {
    Lps row = new Lps(0.8, 0.5, -0.3).unit();
    Lps column = new Lps(0.1, 0.4, 1).cross(row).unit();
    return new SlicePlane(60, 50, 0.9, 0.7, row, column);
  }
}
