package org.voxdesk.sample;

import java.util.List;
import java.util.Objects;

/// A synthetic chest CT: [#SLICES] axial slices of [#COLUMNS] × [#ROWS] HU values, the same on
/// every machine.
///
/// The patient lies on the back, arms up; rows run to the patient's left (+x), columns to the back
/// (+y), slices to the head (+z), all in LPS millimetres. Only exactly specified arithmetic is
/// used, and every slice has its own random numbers: slices can be made in any order and by many
/// threads.
public final class Phantom {
  /// Pixels along x.
  public static final int COLUMNS = 512;

  /// Pixels along y.
  public static final int ROWS = 512;

  /// Slices along z.
  public static final int SLICES = 120;

  /// Distance of neighbouring pixels, both ways, in millimetres.
  public static final double PIXEL_MM = 0.7;

  /// Distance of neighbouring slices, and their thickness, in millimetres.
  public static final double SLICE_MM = 2.5;

  static final int AIR = -1000;
  private static final int LOWEST = -1024;
  private static final long SEED = 0x566F786465736BL;

  private final Anatomy anatomy;

  /// Grows the vessels and lays out everything that does not depend on the slice.
  public Phantom() {
    this(Nodules.ALL);
  }

  /// The same patient with these nodules instead; vessels give way to [#nodules] as ever.
  Phantom(List<Nodule> nodules) {
    anatomy = new Anatomy(SEED, nodules);
  }

  /// LPS x in millimetres of the centre of column `i`.
  public static double x(int i) {
    return (i - (COLUMNS - 1) / 2.0) * PIXEL_MM;
  }

  /// LPS y in millimetres of the centre of row `j`.
  public static double y(int j) {
    return (j - (ROWS - 1) / 2.0) * PIXEL_MM;
  }

  /// LPS z in millimetres of the centre of slice `k`; slice 0 is the lowest.
  public static double z(int k) {
    return (k - (SLICES - 1) / 2.0) * SLICE_MM;
  }

  static double column(double x) {
    return x / PIXEL_MM + (COLUMNS - 1) / 2.0;
  }

  static double row(double y) {
    return y / PIXEL_MM + (ROWS - 1) / 2.0;
  }

  static double slice(double z) {
    return z / SLICE_MM + (SLICES - 1) / 2.0;
  }

  /// The nodules in the lungs, with what a measurement should find.
  public static List<Nodule> nodules() {
    return Nodules.ALL;
  }

  /// Fills `out` with the HU of slice `k`, row by row.
  ///
  /// @throws IndexOutOfBoundsException if there is no such slice or `out` is too short
  public void slice(int k, short[] out) {
    Objects.checkIndex(k, SLICES);
    Objects.checkFromIndexSize(0, COLUMNS * ROWS, out.length);
    Canvas canvas = new Canvas(k);
    anatomy.paint(canvas);
    Blur.binomial(canvas.hu, COLUMNS, ROWS);
    float[] noise = new Noise(Noise.mix(SEED + k)).field(COLUMNS, ROWS);
    for (int j = 0; j < ROWS; j++) {
      double fromMiddle = y(j) / 110;
      for (int i = 0; i < COLUMNS; i++) {
        int at = j * COLUMNS + i;
        double sideways = x(i) / 150;
        double sigma = 10 + 7 * Math.max(0, 1 - sideways * sideways - fromMiddle * fromMiddle);
        float hu = canvas.hu[at];
        double noisy = hu + noise[at] * (hu < -500 ? 0.75 * sigma : sigma);
        out[at] = (short) Math.max(LOWEST, (int) Math.floor(noisy + 0.5));
      }
    }
  }
}
