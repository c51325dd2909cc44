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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The character set that a data set declares for its text (PS3.3 C.12.1.1.2), with or without code
/// extensions.
///
/// Bytes that the set does not allow are shown as `\xHH` and stay in the file as they are.
public final class CharacterSet {
  /// The default repertoire, ISO_IR 6.
  public static final CharacterSet DEFAULT = new CharacterSet(List.of(CharacterSetTerm.DEFAULT));

  public static final CharacterSet UTF_8 = of(List.of("ISO_IR 192")).orElseThrow();

  /// How a byte that cannot be decoded is shown.
  static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9A-F]{2})");

  private final String term;
  private final Charset charset;
  private final Optional<Iso2022> extended;

  private CharacterSet(List<CharacterSetTerm> terms) {
    CharacterSetTerm first = terms.getFirst();
    term = terms.stream().map(CharacterSetTerm::term).collect(Collectors.joining("\\"));
    charset = first.charset();
    extended =
        first.extensions()
            ? Optional.of(
                Iso2022.of(terms.stream().flatMap(t -> t.table().stream()).distinct().toList()))
            : Optional.empty();
  }

  /// The character set of the values of Specific Character Set (0008,0005), whose misspellings are
  /// repaired; empty when the first of them is a term that is not known. Further terms that are not
  /// known, or that allow no code extensions, do not count.
  public static Optional<CharacterSet> of(List<String> values) {
    if (values.isEmpty()) {
      return Optional.of(DEFAULT);
    }
    return CharacterSetTerm.of(values.getFirst()).map(first -> of(first, values));
  }

  private static CharacterSet of(CharacterSetTerm first, List<String> values) {
    List<CharacterSetTerm> others =
        values.stream().skip(1).flatMap(value -> CharacterSetTerm.of(value).stream()).toList();
    if (first.table().isEmpty() || others.isEmpty()) {
      return new CharacterSet(List.of(first));
    }
    if (first.table().equals(CharacterSetTerm.DEFAULT.table())) {
      // UTF-8, GB18030 and GBK contain ASCII, and must not have other sets beside them.
      var alone = others.stream().filter(other -> other.table().isEmpty()).findFirst();
      if (alone.isPresent()) {
        return new CharacterSet(List.of(alone.get()));
      }
    }
    List<CharacterSetTerm> extended =
        Stream.concat(Stream.of(first), others.stream())
            .filter(t -> t.table().isPresent())
            .map(CharacterSetTerm::extended)
            .toList();
    return new CharacterSet(extended);
  }

  /// The terms that were understood, such as `ISO_IR 100` or `ISO 2022 IR 6\ISO 2022 IR 87`; empty
  /// for the default.
  public String term() {
    return term;
  }

  /// What decodes the first of the terms, without code extensions.
  public Charset charset() {
    return charset;
  }

  /// The text of these bytes; what cannot be decoded is escaped as `\xHH`.
  public String decode(byte[] bytes) {
    return decode(bytes, Vr.LO).text();
  }

  /// Whether all of these bytes of a `vr` are characters of this set.
  public boolean canDecode(byte[] bytes, Vr vr) {
    return decode(bytes, vr).complete();
  }

  /// The text of these bytes of a `vr`, which says where code extensions end.
  DecodedText decode(byte[] bytes, Vr vr) {
    if (isPlainAscii(bytes)) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new DecodedText(List.of(text.split("\\\\", -1)), true);
    }
    return extended.isPresent() ? extended.get().decode(bytes, vr) : decodeAlone(bytes);
  }

  private DecodedText decodeAlone(byte[] bytes) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length * 2 + 16);
    var text = new DecodedText.Builder();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      move(out, text);
      for (int i = 0; i < result.length(); i++) {
        text.escape(in.get());
      }
      result = decoder.decode(in, out, true);
    }
    decoder.flush(out);
    move(out, text);
    return text.done();
  }

  private static void move(CharBuffer out, DecodedText.Builder text) {
    out.flip();
    while (out.hasRemaining()) {
      text.add(out.get());
    }
    out.clear();
  }

  /// The bytes of this text; empty when the set lacks one of its characters. Escapes `\xHH` become
  /// the bytes again that [#decode] escaped.
  public Optional<byte[]> encode(String text) {
    return encode(text, Vr.LO);
  }

  /// The bytes of this text of a `vr`, which says where code extensions end.
  public Optional<byte[]> encode(String text, Vr vr) {
    Optional<byte[]> unescaped =
        ESCAPE.matcher(text).find()
            ? encode(text, vr, true).filter(bytes -> isText(bytes, vr, text))
            : Optional.empty();
    return unescaped.or(() -> encode(text, vr, false).filter(bytes -> isText(bytes, vr, text)));
  }

  /// False for characters that would be read back as others, such as a yen sign in JIS X 0201.
  private boolean isText(byte[] bytes, Vr vr, String text) {
    return decode(bytes, vr).text().equals(text);
  }

  private Optional<byte[]> encode(String text, Vr vr, boolean escapes) {
    if (extended.isPresent()) {
      return extended.get().encode(text, vr, escapes);
    }
    return escapes ? encodeEscapes(text) : encodeAlone(text);
  }

  /// True where `\xHH` is at `index`.
  static boolean isEscape(String text, int index) {
    return ESCAPE.matcher(text).region(index, text.length()).lookingAt();
  }

  private Optional<byte[]> encodeEscapes(String text) {
    var bytes = new ByteArrayOutputStream();
    Matcher matcher = ESCAPE.matcher(text);
    int from = 0;
    while (matcher.find()) {
      Optional<byte[]> before = encodeAlone(text.substring(from, matcher.start()));
      if (before.isEmpty()) {
        return before;
      }
      bytes.writeBytes(before.get());
      bytes.write(HexFormat.fromHexDigits(matcher.group(1)));
      from = matcher.end();
    }
    Optional<byte[]> rest = encodeAlone(text.substring(from));
    rest.ifPresent(bytes::writeBytes);
    return rest.map(r -> bytes.toByteArray());
  }

  private Optional<byte[]> encodeAlone(String text) {
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

  static boolean isPlainAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0 || b == 0x1B) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CharacterSet set && set.term.equals(term);
  }

  @Override
  public int hashCode() {
    return term.hashCode();
  }

  @Override
  public String toString() {
    return term.isEmpty() ? "ISO_IR 6" : term;
  }
}
