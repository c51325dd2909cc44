package org.voxdesk.app.editor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Up to sixteen bytes of a value, in the ways they are shown.
///
/// @param offset of the first byte within the value
/// @param bytes shared with nobody
@SuppressWarnings("ArrayRecordComponent")
record HexLine(long offset, byte[] bytes) {
  /// Bytes in a line.
  static final int BYTES = 16;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// The offset in hexadecimal.
  String address() {
    return HEX.toHexDigits(offset, 8);
  }

  /// The bytes from `from` to `to`, each of two digits and a space.
  String hex(int from, int to) {
    var digits = new StringBuilder();
    for (int i = from; i < to; i++) {
      digits.append(i < bytes.length ? HEX.toHexDigits(bytes[i]) : "  ").append(' ');
    }
    return digits.toString();
  }

  /// The bytes as characters of ASCII, others as dots.
  String ascii() {
    var characters = new StringBuilder();
    for (byte b : bytes) {
      characters.append(b >= ' ' && b < 0x7F ? (char) b : '.');
    }
    return characters.toString();
  }

  /// The numbers in the bytes.
  List<String> numbers(BinaryNumber kind) {
    var buffer = ByteBuffer.wrap(bytes);
    var numbers = new ArrayList<String>();
    while (buffer.remaining() >= kind.unit()) {
      numbers.add(kind.next(buffer));
    }
    return numbers;
  }
}
