package org.voxdesk.dicom;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.voxdesk.text.Sentence;

/// Values as text a person can read and type, and back.
///
/// Several values are separated by a backslash. Binary values are hexadecimal bytes, tags are
/// `(gggg,eeee)`, numbers are decimal.
public final class ValueText {
  private static final int SHOWN_BYTES = 64;
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  private ValueText() {}

  /// The single values of a text or number element in memory, padding removed; empty for others.
  public static List<String> values(DataElement element, CharacterSet set) {
    if (!(element.value() instanceof Value.Bytes raw) || raw.bytes().length == 0) {
      return List.of();
    }
    Vr vr = element.vr();
    return switch (vr.kind()) {
      case TEXT -> texts(raw.bytes(), vr, CharacterSet.DEFAULT);
      case LOCAL_TEXT -> texts(raw.bytes(), vr, set);
      case NUMBER -> numbers(raw.bytes(), vr, element.order());
      case BINARY, ITEMS -> List.of();
    };
  }

  /// The whole value in one line: values joined by backslashes, binary ones in hexadecimal, cut
  /// with `…` when long; empty for sequences, fragments and values that stay on disk.
  public static String display(DataElement element, CharacterSet set) {
    if (element.value() instanceof Value.Bytes raw && element.vr().kind() == Vr.Kind.BINARY) {
      return hex(raw.bytes());
    }
    return String.join("\\", values(element, set));
  }

  private static String hex(byte[] bytes) {
    var format = HexFormat.ofDelimiter("\\").withUpperCase();
    return bytes.length <= SHOWN_BYTES
        ? format.formatHex(bytes)
        : format.formatHex(bytes, 0, SHOWN_BYTES) + "\\…";
  }

  private static List<String> texts(byte[] bytes, Vr vr, CharacterSet set) {
    DecodedText text = set.decode(bytes, vr);
    List<String> values = vr.allowsMultiple() ? text.values() : List.of(text.text());
    return values.stream().map(v -> trim(v, vr)).toList();
  }

  /// Trailing spaces and NULs never count; leading spaces only where PS3.5 6.2 says so.
  private static String trim(String value, Vr vr) {
    int end = value.length();
    while (end > 0 && (value.charAt(end - 1) == ' ' || value.charAt(end - 1) == 0)) {
      end--;
    }
    String trimmed = value.substring(0, end);
    return switch (vr) {
      case LT, ST, UT, UC, UR, PN -> trimmed;
      default -> trimmed.stripLeading();
    };
  }

  private static List<String> numbers(byte[] bytes, Vr vr, ByteOrder order) {
    var buffer = ByteBuffer.wrap(bytes).order(order);
    var texts = new ArrayList<String>();
    while (buffer.remaining() >= vr.unit()) {
      texts.add(
          switch (vr) {
            case AT -> Tag.of(buffer.getShort(), buffer.getShort()).toString();
            case US -> Integer.toString(Short.toUnsignedInt(buffer.getShort()));
            case SS -> Short.toString(buffer.getShort());
            case UL -> Integer.toUnsignedString(buffer.getInt());
            case SL -> Integer.toString(buffer.getInt());
            case FL -> Float.toString(buffer.getFloat());
            case FD -> Double.toString(buffer.getDouble());
            case SV -> Long.toString(buffer.getLong());
            case UV -> Long.toUnsignedString(buffer.getLong());
            default -> throw new IllegalStateException(vr.name());
          });
    }
    return texts;
  }

  /// The bytes of a value typed by a person, padded to an even length.
  ///
  /// @throws DicomException if the VR does not allow the value (PS3.5 6.2) or the character set
  ///   lacks one of its characters
  public static byte[] encode(Tag tag, Vr vr, String text, CharacterSet set, ByteOrder order)
      throws DicomException {
    return encode(tag, vr, text, set, order, Checking.RULES);
  }

  /// The same, checked as `checking` says.
  ///
  /// @throws DicomException if the value is not allowed so, or the character set lacks one of its
  ///   characters
  public static byte[] encode(
      Tag tag, Vr vr, String text, CharacterSet set, ByteOrder order, Checking checking)
      throws DicomException {
    List<String> values = vr.allowsMultiple() ? typed(text, vr, set) : List.of(text);
    if (checking == Checking.RULES || !vr.isText()) {
      requireAllowed(tag, vr, values);
    }
    byte[] bytes =
        switch (vr.kind()) {
          case TEXT -> encodeText(tag, vr, text, CharacterSet.DEFAULT);
          case LOCAL_TEXT -> encodeText(tag, vr, text, set);
          case NUMBER -> text.isEmpty() ? new byte[0] : encodeNumbers(values, vr, order);
          case BINARY -> VrRules.hexBytes(text).orElseThrow();
          case ITEMS ->
              throw new DicomException(
                  tag, Sentence.of("value.forbidden", tag, vr, text, Sentence.of("vr.sequence")));
        };
    return padded(bytes, vr);
  }

  private static void requireAllowed(Tag tag, Vr vr, List<String> values) throws DicomException {
    for (String value : values) {
      Optional<Sentence> violation =
          values.size() > 1 && value.isEmpty() && vr.kind() == Vr.Kind.NUMBER
              ? Optional.of(noNumber(vr))
              : VrRules.violation(vr, value);
      if (violation.isPresent()) {
        throw new DicomException(
            tag, Sentence.of("value.forbidden", tag, vr, shortened(value), violation.get()));
      }
    }
  }

  /// The single values in typed text; the escape of a byte counts as one character of its value.
  private static List<String> typed(String text, Vr vr, CharacterSet set) {
    if (vr.kind() != Vr.Kind.LOCAL_TEXT || !CharacterSet.ESCAPE.matcher(text).find()) {
      return List.of(text.split("\\\\", -1));
    }
    return set
        .encode(text, vr)
        .map(bytes -> set.decode(bytes, vr).values())
        .orElseGet(() -> List.of(text))
        .stream()
        .map(value -> CharacterSet.ESCAPE.matcher(value).replaceAll("?"))
        .toList();
  }

  /// Between others an empty number cannot be told from none (PS3.5 6.4). Enough of a value to know
  /// which is meant.
  private static String shortened(String value) {
    return value.length() <= SHOWN_BYTES ? value : value.substring(0, SHOWN_BYTES) + "…";
  }

  private static Sentence noNumber(Vr vr) {
    return switch (vr) {
      case AT -> Sentence.of("vr.tag");
      case FL, FD -> Sentence.of("vr.number");
      default -> Sentence.of("vr.integer");
    };
  }

  private static byte[] padded(byte[] bytes, Vr vr) {
    if ((bytes.length & 1) == 0) {
      return bytes;
    }
    byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
    even[bytes.length] = vr.padding();
    return even;
  }

  private static byte[] encodeText(Tag tag, Vr vr, String text, CharacterSet set)
      throws DicomException {
    Optional<byte[]> bytes = set.encode(text, vr);
    if (bytes.isEmpty()) {
      String reason =
          set.equals(CharacterSet.UTF_8) ? "value.not.in.character.set" : "value.reencode.first";
      throw new DicomException(tag, Sentence.of(reason, tag, set.toString()));
    }
    return bytes.get();
  }

  private static byte[] encodeNumbers(List<String> values, Vr vr, ByteOrder order) {
    var out = new ByteArrayOutputStream();
    for (String value : values) {
      String text = value.strip();
      var buffer = ByteBuffer.allocate(vr.unit()).order(order);
      switch (vr) {
        case AT -> {
          Tag tag = Dictionary.standard().tag(text).orElseThrow();
          buffer.putShort((short) tag.group()).putShort((short) tag.element());
        }
        case US, SS -> buffer.putShort((short) Integer.parseInt(text));
        case UL, SL -> buffer.putInt((int) Long.parseLong(text));
        case FL -> buffer.putFloat(Float.parseFloat(text));
        case FD -> buffer.putDouble(Double.parseDouble(text));
        case SV, UV -> buffer.putLong(new BigInteger(text).mod(TWO_TO_64).longValue());
        default -> throw new IllegalStateException(vr.name());
      }
      out.writeBytes(buffer.array());
    }
    return out.toByteArray();
  }
}
