package org.voxdesk.export;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An array read from an npy file: one byte or two bytes an item, C order.
public final class NpyArray {
  private static final Pattern TYPE = Pattern.compile("'descr': *'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape': *\\(([0-9, ]*)\\)");
  private static final List<String> BYTE_TYPES = List.of("|u1", "|i1", "|b1");
  private static final List<String> SHORT_TYPES = List.of("<i2", "<u2");

  private final String type;
  private final int[] shape;
  private final ByteBuffer data;

  private NpyArray(String type, int[] shape, ByteBuffer data) {
    this.type = type;
    this.shape = shape;
    this.data = data;
  }

  /// Reads a file.
  ///
  /// @throws IOException if it cannot be read, is no npy file, or of a type not read here; the
  ///   message says which
  public static NpyArray read(Path file) throws IOException {
    return decode(Files.readAllBytes(file));
  }

  static NpyArray decode(byte[] file) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    try {
      byte[] magic = new byte[Npy.MAGIC.length];
      buffer.get(magic);
      if (!Arrays.equals(magic, Npy.MAGIC)) {
        throw new IOException("not an npy file");
      }
      int major = buffer.get();
      buffer.get();
      byte[] header = new byte[major == 1 ? buffer.getShort() & 0xffff : checked(buffer.getInt())];
      buffer.get(header);
      return parse(new String(header, StandardCharsets.UTF_8), buffer);
    } catch (BufferUnderflowException e) {
      throw new IOException("the npy header is cut off", e);
    }
  }

  private static int checked(int headerLength) throws IOException {
    if (headerLength < 0 || headerLength > 1 << 20) {
      throw new IOException("an npy header of " + headerLength + " bytes");
    }
    return headerLength;
  }

  private static NpyArray parse(String header, ByteBuffer data) throws IOException {
    String type = find(TYPE, header);
    if (!BYTE_TYPES.contains(type) && !SHORT_TYPES.contains(type)) {
      throw new IOException("npy items of type " + type + " are not read");
    }
    if (find(ORDER, header).equals("True")) {
      throw new IOException("npy files in Fortran order are not read");
    }
    int[] shape =
        Stream.of(find(SHAPE, header).split(","))
            .map(String::strip)
            .filter(length -> !length.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    long bytes = BYTE_TYPES.contains(type) ? 1 : 2;
    for (int length : shape) {
      bytes = Math.multiplyExact(bytes, length);
    }
    if (bytes != data.remaining()) {
      throw new IOException("npy data of " + data.remaining() + " bytes instead of " + bytes);
    }
    return new NpyArray(type, shape, data.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  private static String find(Pattern pattern, String header) throws IOException {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IOException("the npy header lacks what '" + pattern + "' stands for");
    }
    return matcher.group(1);
  }

  /// NumPy's name of the item type, such as `<i2`.
  public String type() {
    return type;
  }

  public int[] shape() {
    return shape.clone();
  }

  /// A copy of the items of a one-byte type.
  ///
  /// @throws IllegalStateException if they have two bytes
  public byte[] bytes() {
    require(BYTE_TYPES);
    byte[] values = new byte[data.remaining()];
    data.get(data.position(), values);
    return values;
  }

  /// A copy of the items of a two-byte type; unsigned ones keep their bits.
  ///
  /// @throws IllegalStateException if they have one byte
  public short[] shorts() {
    require(SHORT_TYPES);
    short[] values = new short[data.remaining() / 2];
    data.asShortBuffer().get(values);
    return values;
  }

  private void require(List<String> types) {
    if (!types.contains(type)) {
      throw new IllegalStateException("items are " + type);
    }
  }
}
