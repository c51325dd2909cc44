package org.voxdesk.dicom;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.voxdesk.text.Sentence;

/// What each VR allows in one value (PS3.5 Table 6.2-1, 6.1.2, 6.2.1). An empty value is always
/// allowed: whether it may be empty is the attribute's affair, not the VR's.
public final class VrRules {
  private static final Pattern DECIMAL =
      Pattern.compile(" *[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)? *");
  private static final Pattern INTEGER = Pattern.compile(" *[+-]?\\d+ *");
  private static final Pattern UID = Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))*");
  private static final Pattern URI = Pattern.compile("[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]+ *");

  private VrRules() {}

  /// Why `vr` does not allow this single value; empty when it does.
  public static Optional<Sentence> violation(Vr vr, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    return switch (vr) {
      case AE ->
          first(
              when(value.getBytes(StandardCharsets.UTF_8).length > 16, "vr.too.long", 16),
              when(value.isBlank(), "vr.only.spaces"),
              when(!value.chars().allMatch(c -> c >= ' ' && c < 127 && c != '\\'), "vr.ascii"));
      case AS -> when(!value.matches("\\d{3}[DWMY]"), "vr.age");
      case CS ->
          first(
              when(value.length() > 16, "vr.too.long", 16),
              when(!value.matches("[A-Z0-9_ ]*"), "vr.code.string"));
      case DA -> when(value.length() != 8 || PartialDateTime.date(value).isEmpty(), "vr.date");
      case DS ->
          first(
              when(!DECIMAL.matcher(value).matches(), "vr.decimal"),
              when(value.length() > 16, "vr.too.long", 16));
      case DT ->
          first(
              when(PartialDateTime.of(value).isEmpty(), "vr.date.time"),
              when(value.length() > 26, "vr.too.long", 26));
      case IS ->
          first(
              when(!INTEGER.matcher(value).matches(), "vr.integer"),
              when(value.length() > 12 || !inRange(value, 31, true), "vr.range.is"));
      case LO -> line(value, 64);
      case SH -> line(value, 16);
      case UC -> line(value, Integer.MAX_VALUE);
      case LT -> text(value, 10240);
      case ST -> text(value, 1024);
      case UT -> text(value, Integer.MAX_VALUE);
      case PN -> personName(value);
      case TM ->
          first(
              when(value.indexOf(':') >= 0 || PartialTime.of(value).isEmpty(), "vr.time"),
              when(value.length() > 14, "vr.too.long", 14));
      case UI ->
          first(
              when(value.length() > 64, "vr.too.long", 64),
              when(!UID.matcher(value).matches(), "vr.uid"));
      case UR -> when(!URI.matcher(value).matches(), "vr.uri");
      case AT -> when(Dictionary.standard().tag(value).isEmpty(), "vr.tag");
      case US -> integer(value, 16, false);
      case SS -> integer(value, 16, true);
      case UL -> integer(value, 32, false);
      case SL -> integer(value, 32, true);
      case UV -> integer(value, 64, false);
      case SV -> integer(value, 64, true);
      case FL -> when(ValueNumbers.parse(value).filter(VrRules::fitsFloat).isEmpty(), "vr.number");
      case FD -> when(ValueNumbers.parse(value).isEmpty(), "vr.number");
      case OB, OW, OL, OV, OF, OD, UN -> binary(vr, value);
      case SQ -> Optional.of(Sentence.of("vr.sequence"));
    };
  }

  /// Why `vr` does not allow a value that a file has; the forms of dates and times that were
  /// allowed once are (PS3.5 6.2).
  public static Optional<Sentence> violationOnReading(Vr vr, String value) {
    boolean oldForm =
        (vr == Vr.DA && PartialDateTime.date(value).isPresent())
            || (vr == Vr.TM && PartialTime.of(value).isPresent());
    return oldForm ? Optional.empty() : violation(vr, value);
  }

  /// How many characters one value may have (for a name, one of its groups); empty where any
  /// number.
  public static OptionalInt mostCharacters(Vr vr) {
    return switch (vr) {
      case AS -> OptionalInt.of(4);
      case DA -> OptionalInt.of(8);
      case IS -> OptionalInt.of(12);
      case TM -> OptionalInt.of(14);
      case AE, CS, DS, SH -> OptionalInt.of(16);
      case DT -> OptionalInt.of(26);
      case LO, PN, UI -> OptionalInt.of(64);
      case ST -> OptionalInt.of(1024);
      case LT -> OptionalInt.of(10240);
      default -> OptionalInt.empty();
    };
  }

  private static Optional<Sentence> when(boolean violated, String key, Object... arguments) {
    return violated ? Optional.of(Sentence.of(key, arguments)) : Optional.empty();
  }

  @SafeVarargs
  private static Optional<Sentence> first(Optional<Sentence>... candidates) {
    for (var candidate : candidates) {
      if (candidate.isPresent()) {
        return candidate;
      }
    }
    return Optional.empty();
  }

  private static Optional<Sentence> line(String value, int limit) {
    return first(
        when(value.codePointCount(0, value.length()) > limit, "vr.too.long", limit),
        when(value.indexOf('\\') >= 0, "vr.backslash"),
        when(value.chars().anyMatch(c -> Character.isISOControl(c) && c != 0x1B), "vr.control"));
  }

  private static Optional<Sentence> text(String value, int limit) {
    return first(
        when(value.codePointCount(0, value.length()) > limit, "vr.too.long", limit),
        when(
            value
                .chars()
                .anyMatch(c -> Character.isISOControl(c) && "\t\n\f\r\u001B".indexOf(c) < 0),
            "vr.control"));
  }

  private static Optional<Sentence> personName(String value) {
    String[] groups = value.split("=", -1);
    if (groups.length > 3) {
      return Optional.of(Sentence.of("vr.name.groups"));
    }
    for (String group : groups) {
      var wrong =
          first(
              line(group, 64),
              when(group.chars().filter(c -> c == '^').count() > 4, "vr.name.components"));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static Optional<Sentence> integer(String value, int bits, boolean signed) {
    return first(
        when(!INTEGER.matcher(value).matches(), "vr.integer"),
        when(
            INTEGER.matcher(value).matches() && !inRange(value, signed ? bits - 1 : bits, signed),
            signed ? "vr.range.signed" : "vr.range.unsigned",
            bits));
  }

  /// True when the magnitude fits into this many bits, two's complement where signed.
  private static boolean inRange(String value, int magnitudeBits, boolean signed) {
    if (!INTEGER.matcher(value).matches()) {
      return false;
    }
    BigInteger number = new BigInteger(value.strip());
    return signed
        ? number.bitLength() <= magnitudeBits
        : number.signum() >= 0 && number.bitLength() <= magnitudeBits;
  }

  private static boolean fitsFloat(double number) {
    return Float.isFinite((float) number);
  }

  private static Optional<Sentence> binary(Vr vr, String value) {
    Optional<byte[]> bytes = hexBytes(value);
    return first(
        when(bytes.isEmpty(), "vr.hex"),
        when(
            bytes.isPresent() && vr.unit() > 1 && bytes.get().length % vr.unit() != 0,
            "vr.unit",
            vr.unit()));
  }

  /// Bytes typed in hexadecimal, separated by nothing, spaces or backslashes.
  static Optional<byte[]> hexBytes(String text) {
    String digits = text.replaceAll("[\\s\\\\]", "");
    if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(HexFormat.of().parseHex(digits));
  }
}
