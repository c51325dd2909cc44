package org.voxdesk.pixel;

import java.util.stream.IntStream;

/// The stored values of one frame in the narrowest array that holds them: `[row * columns +
/// column]`, colour samples side by side: `[(row * columns + column) * samples + sample]`. The
/// arrays are shared, and not to be written to by anyone but who asked for the frame.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Samples {
  /// Number of values.
  int count();

  /// The value at `index`, exactly, its sign respected.
  double at(int index);

  /// How many of the values are no numbers, or infinite; whole numbers never are.
  default long notFinite() {
    return 0;
  }

  /// Integers of up to 16 bits; unsigned ones keep their bits.
  record Shorts(short[] values, boolean signed) implements Samples {
    @Override
    public int count() {
      return values.length;
    }

    @Override
    public double at(int index) {
      return signed ? values[index] : values[index] & 0xFFFF;
    }
  }

  /// Integers of more than 16 bits; unsigned ones keep their bits.
  record Ints(int[] values, boolean signed) implements Samples {
    @Override
    public int count() {
      return values.length;
    }

    @Override
    public double at(int index) {
      return signed ? values[index] : values[index] & 0xFFFF_FFFFL;
    }
  }

  /// Float Pixel Data (PS3.3 C.7.6.24).
  record Floats(float[] values) implements Samples {
    @Override
    public int count() {
      return values.length;
    }

    @Override
    public long notFinite() {
      return IntStream.range(0, values.length).filter(i -> !Float.isFinite(values[i])).count();
    }

    @Override
    public double at(int index) {
      return values[index];
    }
  }

  /// Double Float Pixel Data (PS3.3 C.7.6.25).
  record Doubles(double[] values) implements Samples {
    @Override
    public int count() {
      return values.length;
    }

    @Override
    public long notFinite() {
      return IntStream.range(0, values.length).filter(i -> !Double.isFinite(values[i])).count();
    }

    @Override
    public double at(int index) {
      return values[index];
    }
  }
}
