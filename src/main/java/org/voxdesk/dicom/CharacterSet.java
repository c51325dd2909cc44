package org.voxdesk.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The character set that a data set declares for its text (PS3.3 C.12.1.1.2).
///
/// Bytes that the set does not allow are shown as `\xHH` and stay in the file as they are.
///
/// @param term the defined term that was understood, such as `ISO_IR 100`; empty for the default
/// @param charset what decodes it
public record CharacterSet(String term, Charset charset) {
  /// The default repertoire, ISO_IR 6.
  public static final CharacterSet DEFAULT = new CharacterSet("", StandardCharsets.US_ASCII);

  public static final CharacterSet UTF_8 = new CharacterSet("ISO_IR 192", StandardCharsets.UTF_8);

  /// How a byte that cannot be decoded is shown.
  static final Pattern ESCAPE = Pattern.compile("\\\\x([89A-F][0-9A-F])");

  private static final Map<String, String> CHARSETS =
      Map.ofEntries(
          Map.entry("ISO_IR 6", "US-ASCII"),
          Map.entry("ISO_IR 13", "JIS_X0201"),
          Map.entry("ISO_IR 100", "ISO-8859-1"),
          Map.entry("ISO_IR 101", "ISO-8859-2"),
          Map.entry("ISO_IR 109", "ISO-8859-3"),
          Map.entry("ISO_IR 110", "ISO-8859-4"),
          Map.entry("ISO_IR 126", "ISO-8859-7"),
          Map.entry("ISO_IR 127", "ISO-8859-6"),
          Map.entry("ISO_IR 138", "ISO-8859-8"),
          Map.entry("ISO_IR 144", "ISO-8859-5"),
          Map.entry("ISO_IR 148", "ISO-8859-9"),
          Map.entry("ISO_IR 166", "TIS-620"),
          Map.entry("ISO_IR 192", "UTF-8"),
          Map.entry("ISO_IR 203", "ISO-8859-15"),
          Map.entry("GB18030", "GB18030"),
          Map.entry("GBK", "GBK"));

  /// The character set of the values of Specific Character Set (0008,0005); empty when the first of
  /// them is a term that is not known.
  public static Optional<CharacterSet> of(List<String> values) {
    String term = values.isEmpty() ? "" : values.getFirst().strip();
    if (term.isEmpty()) {
      return Optional.of(DEFAULT);
    }
    String wellSpelt = wellSpelt(term);
    String name = CHARSETS.get(wellSpelt);
    if (name == null || !Charset.isSupported(name)) {
      return Optional.empty();
    }
    return Optional.of(new CharacterSet(wellSpelt, Charset.forName(name)));
  }

  /// Repairs spellings found in real files: `ISO IR 100`, `ISO-IR 192`, `ISO2022IR6`, …
  private static String wellSpelt(String term) {
    String upper = term.toUpperCase(Locale.ROOT);
    if (upper.matches("UTF-?8")) {
      return "ISO_IR 192";
    }
    if (upper.matches("GB[ _-]?18030")) {
      return "GB18030";
    }
    if (upper.matches("ISO[ _-]?(2022)?[ _-]?IR[ _-]?\\d+")) {
      return "ISO_IR " + upper.replaceFirst(".*IR[ _-]?", "");
    }
    return upper;
  }

  /// The text of these bytes; what cannot be decoded is escaped as `\xHH`.
  public String decode(byte[] bytes) {
    return String.join("\\", decodeValues(bytes));
  }

  /// The text of each of the values that backslashes separate in these bytes. Only characters
  /// separate: neither the byte 5C inside another character does, nor the escape of a byte.
  List<String> decodeValues(byte[] bytes) {
    if (isPlainAscii(bytes)) {
      return List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\\\\", -1));
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length * 2 + 16);
    var values = new ArrayList<String>();
    var value = new StringBuilder();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      value = split(out, value, values);
      for (int i = 0; i < result.length(); i++) {
        value.append("\\x").append(HexFormat.of().withUpperCase().toHexDigits(in.get()));
      }
      result = decoder.decode(in, out, true);
    }
    decoder.flush(out);
    values.add(split(out, value, values).toString());
    return values;
  }

  /// Takes the characters out of `out`: adds to `values` what ends there, and gives back what does
  /// not.
  private static StringBuilder split(CharBuffer out, StringBuilder value, List<String> values) {
    StringBuilder current = value;
    out.flip();
    while (out.hasRemaining()) {
      char next = out.get();
      if (next == '\\') {
        values.add(current.toString());
        current = new StringBuilder();
      } else {
        current.append(next);
      }
    }
    out.clear();
    return current;
  }

  /// The bytes of this text; empty when the set lacks one of its characters. Escapes `\xHH` become
  /// the bytes again that [#decode] escaped.
  public Optional<byte[]> encode(String text) {
    if (ESCAPE.matcher(text).find()) {
      Optional<byte[]> unescaped = encodeEscapes(text);
      if (unescaped.isPresent() && decode(unescaped.get()).equals(text)) {
        return unescaped;
      }
    }
    return encodeCharacters(text);
  }

  private Optional<byte[]> encodeEscapes(String text) {
    var bytes = new ByteArrayOutputStream();
    Matcher matcher = ESCAPE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      Optional<byte[]> before = encodeCharacters(text.substring(from, matcher.start()));
      if (before.isEmpty()) {
        return before;
      }
      bytes.writeBytes(before.get());
      bytes.write(HexFormat.fromHexDigits(matcher.group(1)));
      from = matcher.end();
    }
    Optional<byte[]> rest = encodeCharacters(text.substring(from));
    rest.ifPresent(bytes::writeBytes);
    return rest.map(r -> bytes.toByteArray());
  }

  private Optional<byte[]> encodeCharacters(String text) {
    try {
      ByteBuffer bytes =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return Optional.of(exact);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlainAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b == 0x1B) {
        return false;
      }
    }
    return true;
  }
}
