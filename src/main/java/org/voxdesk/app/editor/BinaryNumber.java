package org.voxdesk.app.editor;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import org.voxdesk.app.model.Services;
import org.voxdesk.dicom.Vr;

/// The numbers that a VR makes of bytes: floating point for OF, OD, FL and FD, whole ones with a
/// sign for SS, SL and SV, without for the others.
///
/// @param order of their bytes
record BinaryNumber(Vr vr, ByteOrder order) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// How many bytes a number has.
  int unit() {
    return vr.unit();
  }

  /// The next number of `bytes`, as text.
  String next(ByteBuffer bytes) {
    bytes.order(order);
    return switch (vr) {
      case OW, US -> Integer.toString(Short.toUnsignedInt(bytes.getShort()));
      case SS -> Short.toString(bytes.getShort());
      case OL, UL -> Integer.toUnsignedString(bytes.getInt());
      case SL -> Integer.toString(bytes.getInt());
      case OV, UV -> Long.toUnsignedString(bytes.getLong());
      case SV -> Long.toString(bytes.getLong());
      case OF, FL -> Float.toString(bytes.getFloat());
      case OD, FD -> Double.toString(bytes.getDouble());
      case AT -> HEX.toHexDigits(bytes.getInt());
      default -> Integer.toString(Byte.toUnsignedInt(bytes.get()));
    };
  }

  /// The bytes of the number in `text`; empty where it is none, or none that fits.
  Optional<byte[]> bytes(String text) {
    var buffer = ByteBuffer.allocate(unit()).order(order);
    try {
      switch (vr) {
        case OF, FL -> buffer.putFloat(Float.parseFloat(text));
        case OD, FD -> buffer.putDouble(Double.parseDouble(text));
        default -> putWhole(buffer, new BigInteger(text.strip()));
      }
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
    return overflows(text, buffer.flip()) ? Optional.empty() : Optional.of(buffer.array());
  }

  private void putWhole(ByteBuffer buffer, BigInteger number) {
    if (number.compareTo(least()) < 0 || number.compareTo(most()) > 0) {
      throw new ArithmeticException("does not fit");
    }
    switch (unit()) {
      case 1 -> buffer.put(number.byteValue());
      case 2 -> buffer.putShort(number.shortValue());
      case 4 -> buffer.putInt(number.intValue());
      default -> buffer.putLong(number.longValue());
    }
  }

  /// Whether digits have become infinity.
  private boolean overflows(String text, ByteBuffer bytes) {
    return isFloating() && text.matches(".*\\d.*") && next(bytes.duplicate()).endsWith("Infinity");
  }

  private boolean isFloating() {
    return switch (vr) {
      case OF, FL, OD, FD -> true;
      default -> false;
    };
  }

  private boolean isSigned() {
    return vr == Vr.SS || vr == Vr.SL || vr == Vr.SV;
  }

  private BigInteger least() {
    return isSigned() ? BigInteger.TWO.pow(8 * unit() - 1).negate() : BigInteger.ZERO;
  }

  private BigInteger most() {
    return BigInteger.TWO.pow(8 * unit() - (isSigned() ? 1 : 0)).subtract(BigInteger.ONE);
  }

  /// What is wanted, in words.
  String wanted(Services services) {
    return isFloating()
        ? services.text("editor.number.floating", 8 * unit())
        : services.text("editor.number.whole", least().toString(), most().toString());
  }
}
