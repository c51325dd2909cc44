package org.voxdesk.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
    if (upper.matches("ISO[ _-]?(2022)?[ _-]?IR[ _-]?\\d+")) {
      return "ISO_IR " + upper.replaceFirst(".*IR[ _-]?", "");
    }
    return upper;
  }

  /// The text of these bytes; what cannot be decoded is escaped as `\xHH`.
  public String decode(byte[] bytes) {
    if (isPlainAscii(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length * 4 + 16);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        out.put("\\x").put(HexFormat.of().withUpperCase().toHexDigits(in.get()));
      }
      result = decoder.decode(in, out, true);
    }
    decoder.flush(out);
    return out.flip().toString();
  }

  /// The bytes of this text; empty when the set lacks one of its characters.
  public Optional<byte[]> encode(String text) {
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
