package org.voxdesk.dicom;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Numbers out of raw values.
final class ValueNumbers {
  private static final double[] NONE = {};
  private static final double TWO_TO_64 = 0x1p64;

  private ValueNumbers() {}

  /// The values of a DS, IS or binary element in memory; none when one of them is no finite number.
  static double[] of(DataElement element) {
    if (!(element.value() instanceof Value.Bytes raw)) {
      return NONE;
    }
    if (element.vr().isText()) {
      return ofTexts(ValueText.values(element, CharacterSet.DEFAULT));
    }
    int unit = element.vr().unit();
    double[] numbers = new double[raw.bytes().length / unit];
    var buffer = ByteBuffer.wrap(raw.bytes()).order(element.order());
    for (int i = 0; i < numbers.length; i++) {
      Optional<Double> number = number(buffer, i * unit, element.vr());
      if (number.isEmpty()) {
        return NONE;
      }
      numbers[i] = number.get();
    }
    return numbers;
  }

  private static Optional<Double> number(ByteBuffer buffer, int at, Vr vr) {
    return switch (vr) {
      case US, OW -> Optional.of((double) Short.toUnsignedInt(buffer.getShort(at)));
      case SS -> Optional.of((double) buffer.getShort(at));
      case UL, OL -> Optional.of((double) Integer.toUnsignedLong(buffer.getInt(at)));
      case SL -> Optional.of((double) buffer.getInt(at));
      case FL, OF -> Optional.of((double) buffer.getFloat(at)).filter(Double::isFinite);
      case FD, OD -> Optional.of(buffer.getDouble(at)).filter(Double::isFinite);
      case SV -> Optional.of((double) buffer.getLong(at));
      case UV, OV -> {
        long bits = buffer.getLong(at);
        yield Optional.of(bits >= 0 ? (double) bits : bits + TWO_TO_64);
      }
      default -> Optional.empty();
    };
  }

  private static double[] ofTexts(List<String> texts) {
    double[] numbers = new double[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      Optional<Double> number = parse(texts.get(i));
      if (number.isEmpty()) {
        return NONE;
      }
      numbers[i] = number.get();
    }
    return numbers;
  }

  /// A decimal string as a number; empty when it is none. Java's own extras (`NaN`, `0x`, a
  /// trailing `f`) are no decimal strings.
  static Optional<Double> parse(String text) {
    String stripped = text.strip();
    for (int i = 0; i < stripped.length(); i++) {
      if ("+-.0123456789eE".indexOf(stripped.charAt(i)) < 0) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(Double.valueOf(stripped)).filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
