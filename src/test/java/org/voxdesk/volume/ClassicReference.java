package org.voxdesk.volume;

/// The classic recipe written down plainly, whole volumes at once, to compare with.
final class ClassicReference {
  private ClassicReference() {}

  /// The resampled volume, `[z][y][x]`.
  static short[][][] resample(Volume volume, double mm) {
    ClassicSpacing spacing = volume.classicSpacing().orElseThrow();
    return planes(slices(volume, spacing.z() / mm), spacing.x() / mm, spacing.y() / mm);
  }

  private static short[][][] slices(Volume volume, double scale) {
    Geometry geometry = volume.geometry();
    int count = geometry.slices();
    int length = (int) Math.rint(count * scale);
    short[][][] out = new short[length][geometry.rows()][geometry.columns()];
    for (int d = 0; d < length; d++) {
      float position = (float) ((d + 0.5) * (1.0 / scale) - 0.5);
      int k = (int) Math.floor(position);
      float t = position - k;
      for (int y = 0; y < geometry.rows(); y++) {
        for (int x = 0; x < geometry.columns(); x++) {
          float low = input(volume, x, y, Math.clamp(k, 0, count - 1));
          float high = input(volume, x, y, Math.clamp(k + 1, 0, count - 1));
          out[d][y][x] =
              length == count
                  ? (short) input(volume, x, y, d)
                  : saturate(low * (1f - t) + high * t);
        }
      }
    }
    return out;
  }

  private static int input(Volume volume, int i, int j, int k) {
    int hu = volume.value(i, j, k);
    return hu == -2000 ? 0 : hu;
  }

  private static short[][][] planes(short[][][] in, double fx, double fy) {
    int rows = in[0].length;
    int columns = in[0][0].length;
    int height = (int) Math.rint(rows * fy);
    int width = (int) Math.rint(columns * fx);
    if (height == rows && width == columns) {
      return in;
    }
    short[][][] out = new short[in.length][height][width];
    boolean mean = 1.0 / fx == 2 && 1.0 / fy == 2;
    for (int z = 0; z < in.length; z++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          out[z][y][x] =
              mean ? mean(in[z], x, y, in.length) : saturate(linear(in[z], x, y, 1 / fx, 1 / fy));
        }
      }
    }
    return out;
  }

  private static float linear(short[][] plane, int x, int y, double ix, double iy) {
    int last = plane.length - 1;
    float position = (float) ((y + 0.5) * iy - 0.5);
    int k = (int) Math.floor(position);
    float t = position - k;
    float above = across(plane[Math.clamp(k, 0, last)], x, ix);
    float below = across(plane[Math.clamp(k + 1, 0, last)], x, ix);
    return above * (1f - t) + below * t;
  }

  private static float across(short[] row, int x, double inverse) {
    float position = (float) ((x + 0.5) * inverse - 0.5);
    int k = (int) Math.floor(position);
    if (k < 0) {
      return row[0];
    }
    if (k >= row.length - 1) {
      return row[row.length - 1];
    }
    float t = position - k;
    return row[k] * (1f - t) + row[k + 1] * t;
  }

  private static short mean(short[][] plane, int x, int y, int depth) {
    int sum = 0;
    int count = 0;
    for (int j = 2 * y; j < Math.min(2 * y + 2, plane.length); j++) {
      for (int i = 2 * x; i < Math.min(2 * x + 2, plane[0].length); i++) {
        sum += plane[j][i];
        count++;
      }
    }
    boolean shifts = count == 4 && (depth == 1 || depth == 3 || depth == 4);
    return shifts ? (short) ((sum + 2) >> 2) : saturate(sum / (float) count);
  }

  private static short saturate(float value) {
    return (short) Math.clamp(Math.rint(value), Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
