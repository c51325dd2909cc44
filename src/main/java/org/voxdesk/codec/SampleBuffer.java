package org.voxdesk.codec;

import java.util.Objects;

/// The samples of one frame: rows from top to bottom, `[row][column][component]`, each sample in
/// one, two or four bytes, little endian. That is native pixel data in explicit little endian with
/// colours by pixel.
public final class SampleBuffer {
  private final int columns;
  private final int rows;
  private final int components;
  private final int bytesPerSample;
  private final byte[] bytes;

  /// A view of the first `columns * rows * components * bytesPerSample` bytes of `bytes`, which is
  /// shared.
  ///
  /// @throws IllegalArgumentException if `bytes` is shorter, or a number is not positive
  public SampleBuffer(int columns, int rows, int components, int bytesPerSample, byte[] bytes) {
    if (columns < 1 || rows < 1 || components < 1) {
      throw new IllegalArgumentException(columns + " x " + rows + " x " + components);
    }
    if (bytesPerSample != 1 && bytesPerSample != 2 && bytesPerSample != 4) {
      throw new IllegalArgumentException(bytesPerSample + " bytes per sample");
    }
    long pixels = (long) columns * rows;
    long length = Math.multiplyExact(pixels, (long) components * bytesPerSample);
    if (length > bytes.length) {
      throw new IllegalArgumentException(length + " bytes do not fit " + bytes.length);
    }
    this.columns = columns;
    this.rows = rows;
    this.components = components;
    this.bytesPerSample = bytesPerSample;
    this.bytes = bytes;
  }

  public int columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  public int components() {
    return components;
  }

  public int bytesPerSample() {
    return bytesPerSample;
  }

  /// Number of bytes that are samples.
  public int length() {
    return columns * rows * components * bytesPerSample;
  }

  /// The samples themselves, shared; those after [#length()] mean nothing.
  public byte[] bytes() {
    return bytes;
  }

  /// Sets row `row` of `component` to the first `columns` of `values`, of which the low bytes that
  /// fit a sample are taken.
  public void putLine(int row, int component, int[] values) {
    putLine(row, component, 0, columns, values);
  }

  /// Sets `count` samples of row `row` of `component`, from `column` on, to the first of `values`.
  public void putLine(int row, int component, int column, int count, int[] values) {
    Objects.checkFromIndexSize(column, count, columns);
    int step = components * bytesPerSample;
    int at = start(row, component, count, values) + column * step;
    switch (bytesPerSample) {
      case 1 -> {
        for (int i = 0; i < count; i++, at += step) {
          bytes[at] = (byte) values[i];
        }
      }
      case 2 -> {
        for (int i = 0; i < count; i++, at += step) {
          bytes[at] = (byte) values[i];
          bytes[at + 1] = (byte) (values[i] >> 8);
        }
      }
      default -> {
        for (int i = 0; i < count; i++, at += step) {
          bytes[at] = (byte) values[i];
          bytes[at + 1] = (byte) (values[i] >> 8);
          bytes[at + 2] = (byte) (values[i] >> 16);
          bytes[at + 3] = (byte) (values[i] >> 24);
        }
      }
    }
  }

  /// Copies row `row` of `component` to the first `columns` of `values`; samples of one and two
  /// bytes are taken as unsigned.
  public void getLine(int row, int component, int[] values) {
    int step = components * bytesPerSample;
    int at = start(row, component, columns, values);
    switch (bytesPerSample) {
      case 1 -> {
        for (int i = 0; i < columns; i++, at += step) {
          values[i] = bytes[at] & 0xFF;
        }
      }
      case 2 -> {
        for (int i = 0; i < columns; i++, at += step) {
          values[i] = (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
        }
      }
      default -> {
        for (int i = 0; i < columns; i++, at += step) {
          values[i] =
              (bytes[at] & 0xFF)
                  | ((bytes[at + 1] & 0xFF) << 8)
                  | ((bytes[at + 2] & 0xFF) << 16)
                  | (bytes[at + 3] << 24);
        }
      }
    }
  }

  private int start(int row, int component, int count, int[] values) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(component, components);
    Objects.checkFromIndexSize(0, count, values.length);
    return (row * columns * components + component) * bytesPerSample;
  }
}
