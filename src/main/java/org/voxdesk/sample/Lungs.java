package org.voxdesk.sample;

/// Both lungs: outline, diaphragm, fissures between the lobes, and the tissue's own texture.
final class Lungs {
  private static final double APEX = 113;
  private static final double TAPER = 22;
  private static final double FISSURE_MM = 0.55;

  private final Chest chest;
  private final Texture texture;

  /// The five lobes.
  enum Lobe {
    RIGHT_UPPER(-1, 0),
    RIGHT_MIDDLE(-1, 1),
    RIGHT_LOWER(-1, 2),
    LEFT_UPPER(1, 3),
    LEFT_LOWER(1, 4);

    /// −1 right, +1 left.
    final int side;

    /// The number of its own stream of random numbers.
    final int stream;

    Lobe(int side, int stream) {
      this.side = side;
      this.stream = stream;
    }
  }

  Lungs(Chest chest, Texture texture) {
    this.chest = chest;
    this.texture = texture;
  }

  /// The closed section of the pleural space on one side (+1 left), empty above the apex.
  double[] section(int side, double z) {
    if (z >= APEX) {
      return new double[0];
    }
    double[] half = chest.half(side, z);
    double upper = Body.ramp(z, 40, 95);
    double[] medial = {
      22, 36, 18, 22, 15, 2, 13, -26 * (1 - upper) - 10 * upper, 9, -52 * (1 - upper) - 24 * upper
    };
    double[] points = new double[half.length + medial.length];
    System.arraycopy(half, 0, points, 0, half.length);
    for (int n = 0; n < medial.length; n += 2) {
      points[half.length + n] = side * (medial[n] + 4 * upper);
      points[half.length + n + 1] = medial[n + 1];
    }
    double above = Math.max(0, z - (APEX - TAPER)) / TAPER;
    double shrink = Math.sqrt(1 - above * above);
    double middleX = side * 46;
    double middleY = 12;
    for (int n = 0; n < points.length; n += 2) {
      points[n] = middleX + (points[n] - middleX) * shrink;
      points[n + 1] = middleY + (points[n + 1] - middleY) * shrink;
    }
    return points;
  }

  /// z of the diaphragm's dome under (or over) a point: flat towards the heart, steep at the wall.
  static double diaphragm(int side, double x, double y) {
    double top = side < 0 ? -46 : -46 - 12 * Body.ramp(x, 5, 45);
    double out = Math.abs(x) - 52;
    double dy = y + 12;
    double a = out / (out > 0 ? 76 : 190);
    double b = dy / 90;
    double depth = 62 + 32 * Body.ramp(y, -70, 50);
    double distance2 = a * a + b * b;
    if (distance2 < 1) {
      return top - depth * (1 - Math.sqrt(1 - distance2));
    }
    return top - depth - 120 * (distance2 - 1);
  }

  /// y of the oblique fissure: everything behind it is lower lobe.
  static double oblique(int side, double x, double z) {
    double bow = (Math.abs(x) - 70) / 60;
    return -8 - 0.86 * (z + side * 6) + 9 * bow * bow;
  }

  /// z of the right lung's horizontal fissure: what is below it and not lower lobe is middle lobe.
  static double horizontal(double x, double y) {
    double a = (x + 80) / 60;
    double b = (y + 40) / 60;
    return 4 - 7 * (a * a + b * b);
  }

  static Lobe lobe(int side, double x, double y, double z) {
    boolean lower = y > oblique(side, x, z);
    if (side > 0) {
      return lower ? Lobe.LEFT_LOWER : Lobe.LEFT_UPPER;
    }
    if (lower) {
      return Lobe.RIGHT_LOWER;
    }
    return z < horizontal(x, y) ? Lobe.RIGHT_MIDDLE : Lobe.RIGHT_UPPER;
  }

  void paint(Canvas canvas) {
    double z = canvas.z;
    for (int side = -1; side <= 1; side += 2) {
      int which = side;
      canvas.mask.fill(section(side, z));
      if (z < -40) {
        aboveDiaphragm(canvas, which);
      }
      canvas.paint(canvas.mask, (depth, x, y) -> tissue(which, x, y, z));
    }
  }

  /// Takes from the mask what lies under the dome, leaving a thin sheet of muscle there.
  private static void aboveDiaphragm(Canvas canvas, int side) {
    Mask mask = canvas.mask;
    for (int j = mask.firstRow; j < mask.endRow; j++) {
      for (int i = mask.firstColumn; i < mask.endColumn; i++) {
        int at = j * Phantom.COLUMNS + i;
        if (mask.cover[at] > 0) {
          double above = canvas.z - diaphragm(side, Phantom.x(i), Phantom.y(j));
          if (above < 0 && above > -4) {
            canvas.hu[at] += mask.cover[at] * (45 - canvas.hu[at]);
          }
          mask.cover[at] *= (float) Math.max(0, Math.min(1, 0.5 + above / Phantom.SLICE_MM));
        }
      }
    }
  }

  private double tissue(int side, double x, double y, double z) {
    double hu = -862 + 0.3 * y;
    hu += 16 * texture.at(x / 2.3, y / 2.3, z / 2.3) + 22 * texture.at(x / 17, y / 17, z / 17);
    double wave = 2.5 * texture.at(x / 22, y / 22, z / 22);
    double behind = y - oblique(side, x, z) + wave;
    hu += fissure(Math.abs(behind) * 0.76);
    if (side < 0 && behind < 0) {
      hu += fissure(Math.abs(z - horizontal(x, y) + wave) * 0.9);
    }
    return hu;
  }

  private static double fissure(double distance) {
    double t = Math.max(0, 1 - distance / (3 * FISSURE_MM));
    return 110 * t * t;
  }
}
