package org.voxdesk.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
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

  /// The values of a whole-number element in memory, exactly; none when one of them is none, or the
  /// VR is another.
  static List<BigInteger> integers(DataElement element) {
    if (!(element.value() instanceof Value.Bytes raw)) {
      return List.of();
    }
    return switch (element.vr()) {
      case IS, US, SS, UL, SL, SV, UV ->
          ofWholeTexts(ValueText.values(element, CharacterSet.DEFAULT));
      case OW, OL, OV -> words(raw.bytes(), element.vr().unit(), element.order());
      default -> List.of();
    };
  }

  private static List<BigInteger> ofWholeTexts(List<String> texts) {
    return texts.stream().allMatch(text -> text.matches("[+-]?[0-9]+"))
        ? texts.stream().map(BigInteger::new).toList()
        : List.of();
  }

  private static List<BigInteger> words(byte[] bytes, int unit, ByteOrder order) {
    var words = new ArrayList<BigInteger>();
    for (int at = 0; at + unit <= bytes.length; at += unit) {
      byte[] word = Arrays.copyOfRange(bytes, at, at + unit);
      for (int i = 0; order == ByteOrder.LITTLE_ENDIAN && i < unit / 2; i++) {
        byte low = word[i];
        word[i] = word[unit - 1 - i];
        word[unit - 1 - i] = low;
      }
      words.add(new BigInteger(1, word));
    }
    return words;
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
