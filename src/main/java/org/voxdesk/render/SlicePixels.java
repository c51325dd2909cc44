package org.voxdesk.render;

import org.voxdesk.pixel.ModalityTransform;

/// The values of one slice, `[row * columns + column]`, and the size of its pixels. The arrays are
/// shared with whoever made the slice, and only read.
@SuppressWarnings("ArrayRecordComponent")
public sealed interface SlicePixels {
  int columns();

  int rows();

  /// Distance between neighbouring columns in millimetres; 1 where it is not known.
  double columnMm();

  /// Distance between neighbouring rows in millimetres; 1 where it is not known.
  double rowMm();

  /// Stored values of 16 bits and what they mean.
  ///
  /// @param signed whether `values` are two's complement
  record Shorts(
      int columns,
      int rows,
      double columnMm,
      double rowMm,
      short[] values,
      boolean signed,
      ModalityTransform transform)
      implements SlicePixels {
    public Shorts {
      check(columns, rows, columnMm, rowMm, values.length);
    }
  }

  /// Stored values that 16 bits do not hold, and what they mean. A value may be no number.
  record Doubles(
      int columns,
      int rows,
      double columnMm,
      double rowMm,
      double[] values,
      ModalityTransform transform)
      implements SlicePixels {
    public Doubles {
      check(columns, rows, columnMm, rowMm, values.length);
    }
  }

  /// Colours as 0xRRGGBB, to which no window and no colour map applies.
  record Rgb(int columns, int rows, double columnMm, double rowMm, int[] values)
      implements SlicePixels {
    public Rgb {
      check(columns, rows, columnMm, rowMm, values.length);
    }
  }

  /// HU in int16.
  static SlicePixels hu(int columns, int rows, double columnMm, double rowMm, short[] values) {
    return new Shorts(columns, rows, columnMm, rowMm, values, true, ModalityTransform.IDENTITY);
  }

  private static void check(int columns, int rows, double columnMm, double rowMm, int length) {
    if (columns < 1 || rows < 1 || (long) columns * rows > length) {
      throw new IllegalArgumentException(columns + " × " + rows + " pixels in " + length);
    }
    if (!(columnMm > 0 && rowMm > 0)) {
      throw new IllegalArgumentException("pixels of " + columnMm + " × " + rowMm + " mm");
    }
  }
}
