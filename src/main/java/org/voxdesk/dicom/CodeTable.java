package org.voxdesk.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A table of coded characters that ISO 2022 makes active by an escape sequence (PS3.3 Tables
/// C.12-3 and C.12-4).
///
/// G0 is what bytes below 80 mean, G1 what those from 80 on do. The characters themselves come from
/// the charsets of the platform, some of which know a table by its bytes below 80, some from 80 on.
enum CodeTable {
  ASCII("(B", "US-ASCII", false),
  JIS_ROMAN("(J", "JIS_X0201", false),
  JIS_KATAKANA(")I", "JIS_X0201", true),
  LATIN_1("-A", "ISO-8859-1", true),
  LATIN_2("-B", "ISO-8859-2", true),
  LATIN_3("-C", "ISO-8859-3", true),
  LATIN_4("-D", "ISO-8859-4", true),
  LATIN_5("-M", "ISO-8859-9", true),
  LATIN_9("-b", "ISO-8859-15", true),
  CYRILLIC("-L", "ISO-8859-5", true),
  ARABIC("-G", "ISO-8859-6", true),
  GREEK("-F", "ISO-8859-7", true),
  HEBREW("-H", "ISO-8859-8", true),
  THAI("-T", "TIS-620", true),
  JIS_X0208("$B", "x-JIS0208", false),
  JIS_X0212("$(D", "JIS_X0212-1990", false),
  KS_X1001("$)C", "EUC-KR", true),
  GB_2312("$)A", "GB2312", true);

  private static final int ESC = 0x1B;

  private final String designation;
  private final Charset charset;
  private final boolean high;

  CodeTable(String designation, String charset, boolean high) {
    this.designation = designation;
    this.charset = Charset.forName(charset);
    this.high = high;
  }

  /// A place in a text that makes `table` active, in G1 or in G0, by an escape of `length` bytes.
  record Designation(CodeTable table, boolean inG1, int length) {}

  /// The designation that begins at `offset`; empty when there is none of a table that DICOM knows.
  /// Forms that ISO 2022 allows beside those of DICOM are understood: katakana in G0, the older JIS
  /// C 6226, long forms.
  static Optional<Designation> designation(byte[] bytes, int offset) {
    int end = offset + 1;
    while (end < bytes.length && bytes[end] >= 0x20 && bytes[end] < 0x30) {
      end++;
    }
    if (end >= bytes.length) {
      return Optional.empty();
    }
    String form = new String(bytes, offset + 1, end - offset - 1, StandardCharsets.US_ASCII);
    boolean two = form.startsWith("$");
    char last = (char) (two && bytes[end] == '@' ? 'B' : bytes[end]);
    int length = end + 1 - offset;
    return switch (form) {
      case "(", ")", "-", "$", "$(", "$)" ->
          Arrays.stream(values())
              .filter(t -> t.last() == last && t.isTwoBytes() == two && t.is96() == is96(form))
              .map(t -> new Designation(t, form.endsWith(")") || is96(form), length))
              .findFirst();
      default -> Optional.empty();
    };
  }

  /// What has the characters of this table, perhaps beside others.
  Charset charset() {
    return charset;
  }

  private static boolean is96(String form) {
    return form.startsWith("-");
  }

  private boolean is96() {
    return is96(designation);
  }

  private char last() {
    return designation.charAt(designation.length() - 1);
  }

  /// True when two bytes make a character.
  boolean isTwoBytes() {
    return designation.startsWith("$");
  }

  /// True when DICOM has the table in G1.
  boolean inG1() {
    return designation.startsWith(")") || designation.startsWith("$)") || is96();
  }

  /// The bytes that make this table active.
  byte[] escape() {
    return ((char) ESC + designation).getBytes(StandardCharsets.US_ASCII);
  }

  /// The character with this code, bit 7 of its bytes ignored; empty when there is none.
  Optional<String> decode(byte... code) {
    byte[] moved = code.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (byte) (high ? moved[i] | 0x80 : moved[i] & 0x7F);
    }
    String text = new String(moved, charset);
    return text.length() == 1 && text.charAt(0) != '\uFFFD' ? Optional.of(text) : Optional.empty();
  }

  /// The code of a character, with bit 7 as its place in G0 or G1 wants it; empty when the table
  /// lacks it.
  Optional<byte[]> encode(String character) {
    byte[] code = character.getBytes(charset);
    boolean ofTable = code.length == (isTwoBytes() ? 2 : 1) && (code[0] < 0) == high;
    if (!ofTable || !decode(code).equals(Optional.of(character))) {
      return Optional.empty();
    }
    for (int i = 0; i < code.length; i++) {
      code[i] = (byte) (inG1() ? code[i] | 0x80 : code[i] & 0x7F);
    }
    return Optional.of(code);
  }
}
