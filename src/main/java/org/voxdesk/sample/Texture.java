package org.voxdesk.sample;

/// Smooth random values in about ±1 that fill space, for tissue that is not uniform: a periodic
/// cube of random numbers, interpolated linearly.
final class Texture {
  private static final int SIZE = 64;
  private static final int MASK = SIZE - 1;

  private final float[] lattice = new float[SIZE * SIZE * SIZE];

  Texture(long seed) {
    Noise noise = new Noise(seed);
    for (int n = 0; n < lattice.length; n++) {
      lattice[n] = (float) (noise.nextDouble() * 2 - 1);
    }
  }

  /// The value at a point given in grains (millimetres divided by the size of a grain).
  float at(double x, double y, double z) {
    int xi = (int) Math.floor(x);
    int yi = (int) Math.floor(y);
    int zi = (int) Math.floor(z);
    float fx = (float) (x - xi);
    float fy = (float) (y - yi);
    float fz = (float) (z - zi);
    float low = plane(xi, yi, zi, fx, fy);
    return low + (plane(xi, yi, zi + 1, fx, fy) - low) * fz;
  }

  private float plane(int xi, int yi, int zi, float fx, float fy) {
    int row = ((zi & MASK) * SIZE + (yi & MASK)) * SIZE;
    int next = ((zi & MASK) * SIZE + ((yi + 1) & MASK)) * SIZE;
    int left = xi & MASK;
    int right = (xi + 1) & MASK;
    float a = lattice[row + left] + (lattice[row + right] - lattice[row + left]) * fx;
    float b = lattice[next + left] + (lattice[next + right] - lattice[next + left]) * fx;
    return a + (b - a) * fy;
  }
}
