package org.voxdesk.codec.jpegls;

import java.util.SplittableRandom;
import org.voxdesk.codec.SampleBuffer;

/// Images to encode, as `[component][row][column]`, each of a kind that takes other paths.
enum Planes {
  FLAT {
    @Override
    int sample(SplittableRandom random, int x, int y, int before, int maxval) {
      return maxval / 3;
    }
  },
  NOISE {
    @Override
    int sample(SplittableRandom random, int x, int y, int before, int maxval) {
      return random.nextInt(maxval + 1);
    }
  },
  GRADIENT {
    @Override
    int sample(SplittableRandom random, int x, int y, int before, int maxval) {
      return (x * maxval / 40 + y * maxval / 90 + random.nextInt(2)) % (maxval + 1);
    }
  },
  RUNS {
    @Override
    int sample(SplittableRandom random, int x, int y, int before, int maxval) {
      int kind = random.nextInt(20);
      return kind > 1 ? before : kind == 0 ? maxval : random.nextInt(maxval + 1);
    }
  },
  EXTREMES {
    @Override
    int sample(SplittableRandom random, int x, int y, int before, int maxval) {
      return random.nextInt(5) == 0 ? maxval - before : random.nextInt(2) * maxval;
    }
  },
  WALK {
    @Override
    int sample(SplittableRandom random, int x, int y, int before, int maxval) {
      int reach = 1 + maxval / 30;
      int next = before + random.nextInt(2 * reach + 1) - reach;
      return Math.max(0, Math.min(maxval, next));
    }
  };

  /// The sample at x and y; `before` is that to the left.
  abstract int sample(SplittableRandom random, int x, int y, int before, int maxval);

  int[][][] create(int columns, int rows, int components, int maxval) {
    var random = new SplittableRandom(name().hashCode() * 1000L + columns);
    int[][][] planes = new int[components][rows][columns];
    for (int[][] plane : planes) {
      int before = maxval / 2;
      for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
          before = sample(random, x, y, before, maxval);
          plane[y][x] = before;
        }
      }
    }
    return planes;
  }

  /// The samples in a buffer of as few bytes as hold them.
  static SampleBuffer buffer(int[][][] planes, int precision) {
    SampleBuffer buffer = empty(planes, precision);
    for (int i = 0; i < planes.length; i++) {
      for (int y = 0; y < planes[i].length; y++) {
        buffer.putLine(y, i, planes[i][y]);
      }
    }
    return buffer;
  }

  /// A buffer that such samples fit into.
  static SampleBuffer empty(int[][][] planes, int precision) {
    int rows = planes[0].length;
    int columns = planes[0][0].length;
    int width = precision > 8 ? 2 : 1;
    return new SampleBuffer(
        columns, rows, planes.length, width, new byte[columns * rows * planes.length * width]);
  }
}
