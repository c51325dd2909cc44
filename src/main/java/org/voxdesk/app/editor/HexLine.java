package org.voxdesk.app.editor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.StringJoiner;
import org.voxdesk.dicom.Vr;

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

  /// The numbers that the VR makes of the bytes: unsigned whole ones, floating point for OF, OD, FL
  /// and FD, signed for SS, SL and SV.
  String numbers(Vr vr, ByteOrder order) {
    var buffer = ByteBuffer.wrap(bytes).order(order);
    var numbers = new StringJoiner("  ");
    while (buffer.remaining() >= vr.unit()) {
      numbers.add(
          switch (vr) {
            case OW, US -> Integer.toString(Short.toUnsignedInt(buffer.getShort()));
            case SS -> Short.toString(buffer.getShort());
            case OL, UL -> Integer.toUnsignedString(buffer.getInt());
            case SL -> Integer.toString(buffer.getInt());
            case OV, UV -> Long.toUnsignedString(buffer.getLong());
            case SV -> Long.toString(buffer.getLong());
            case OF, FL -> Float.toString(buffer.getFloat());
            case OD, FD -> Double.toString(buffer.getDouble());
            case AT -> HEX.toHexDigits(buffer.getInt());
            default -> Integer.toString(Byte.toUnsignedInt(buffer.get()));
          });
    }
    return numbers.toString();
  }
}
