package org.voxdesk.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Writes NumPy's npy files, version 1.0: little endian, C order (the last index runs fastest),
/// data beginning at a multiple of 64 bytes as NumPy itself writes them. [NpyArray] reads them.
public final class Npy {
  static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /// The complete file of an int16 array.
  ///
  /// @throws IllegalArgumentException if the shape does not multiply to the number of values
  public static byte[] encode(short[] values, int... shape) {
    requireCount(values.length, shape);
    return join(header("<i2", shape), data(values));
  }

  /// The complete file of a uint8 array.
  ///
  /// @throws IllegalArgumentException if the shape does not multiply to the number of values
  public static byte[] encode(byte[] values, int... shape) {
    requireCount(values.length, shape);
    return join(header("|u1", shape), values);
  }

  /// The complete file of a float64 matrix.
  static byte[] encode(double[][] rows) {
    ByteBuffer data =
        ByteBuffer.allocate(8 * rows.length * rows[0].length).order(ByteOrder.LITTLE_ENDIAN);
    for (double[] row : rows) {
      for (double value : row) {
        data.putDouble(value);
      }
    }
    return join(header("<f8", rows.length, rows[0].length), data.array());
  }

  /// The values as they stand in a file after the header: NumPy's `tobytes()`.
  static byte[] data(short[] values) {
    ByteBuffer data = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    data.asShortBuffer().put(values);
    return data.array();
  }

  private static void requireCount(int count, int... shape) {
    long product = 1;
    for (int length : shape) {
      product *= length;
    }
    if (product != count) {
      throw new IllegalArgumentException(count + " values for shape " + Arrays.toString(shape));
    }
  }

  /// All that stands before the values.
  ///
  /// @param type NumPy's name of an item's type, such as `<i2`
  static byte[] header(String type, int... shape) {
    String lengths =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    // A tuple of one is written with a comma.
    String tuple = "(" + lengths + (shape.length == 1 ? ",)" : ")");
    String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + tuple + ", }";
    int before = MAGIC.length + 4;
    int blanks = Math.floorMod(-(before + text.length() + 1), ALIGNMENT);
    byte[] line = (text + " ".repeat(blanks) + "\n").getBytes(StandardCharsets.US_ASCII);
    byte major = 1;
    byte minor = 0;
    return ByteBuffer.allocate(before + line.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .put(major)
        .put(minor)
        .putShort((short) line.length)
        .put(line)
        .array();
  }

  private static byte[] join(byte[] header, byte[] data) {
    byte[] file = Arrays.copyOf(header, header.length + data.length);
    System.arraycopy(data, 0, file, header.length, data.length);
    return file;
  }
}
