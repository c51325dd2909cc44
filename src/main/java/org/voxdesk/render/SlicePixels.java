package org.voxdesk.render;

import org.voxdesk.pixel.Frame;
import org.voxdesk.pixel.ImagePixel;
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

  /// Stored values of 16 bits and what they mean: output = stored × slope + intercept.
  ///
  /// @param signed whether `values` are two's complement
  record Shorts(
      int columns,
      int rows,
      double columnMm,
      double rowMm,
      short[] values,
      boolean signed,
      double slope,
      double intercept)
      implements SlicePixels {
    public Shorts {
      check(columns, rows, columnMm, rowMm, values.length);
    }
  }

  /// Stored values of up to 32 bits and what they mean: output = stored × slope + intercept.
  record Ints(
      int columns,
      int rows,
      double columnMm,
      double rowMm,
      int[] values,
      double slope,
      double intercept)
      implements SlicePixels {
    public Ints {
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
    return new Shorts(columns, rows, columnMm, rowMm, values, true, 1, 0);
  }

  /// A frame of a file: grey, or colours of three 8-bit samples (PS3.3 C.7.6.3.1.2, `RGB`). Of
  /// `MONOCHROME1` the values are as they are: showing low values white is for the view state.
  ///
  /// @throws IllegalArgumentException if the frame is neither grey nor `RGB`
  static SlicePixels of(Frame frame, ModalityTransform transform, double columnMm, double rowMm) {
    ImagePixel image = frame.image();
    if (image.isGrey()) {
      return new Shorts(
          image.columns(),
          image.rows(),
          columnMm,
          rowMm,
          frame.values(),
          image.signed(),
          transform.slope(),
          transform.intercept());
    }
    if (image.samples() != 3 || !image.photometric().equals("RGB") || image.bitsStored() != 8) {
      throw new IllegalArgumentException(image.photometric());
    }
    short[] samples = frame.values();
    int[] colors = new int[image.columns() * image.rows()];
    for (int n = 0; n < colors.length; n++) {
      colors[n] =
          (samples[3 * n] & 0xff) << 16
              | (samples[3 * n + 1] & 0xff) << 8
              | (samples[3 * n + 2] & 0xff);
    }
    return new Rgb(image.columns(), image.rows(), columnMm, rowMm, colors);
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
