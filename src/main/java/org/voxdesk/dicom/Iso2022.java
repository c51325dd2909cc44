package org.voxdesk.dicom;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Text with code extensions (PS3.5 6.1.2.5): bytes below 80 are of the table in G0, those from 80
/// on of the table in G1, and escape sequences change both.
///
/// The initial tables are active again at each line end and other control character, at the
/// backslash between values, and in names at `^` and `=` (PS3.5 6.1.2.5.3).
///
/// @param g0 the initial table below 80
/// @param g1 the initial table from 80 on, if there is one
/// @param declared all tables that text is written with, the preferred ones first
record Iso2022(CodeTable g0, Optional<CodeTable> g1, List<CodeTable> declared) {
  private static final int ESC = 0x1B;

  Iso2022 {
    declared = List.copyOf(declared);
  }

  /// Text that starts with the first of these tables. A first one of two bytes, which the standard
  /// does not allow, has ASCII beside it.
  static Iso2022 of(List<CodeTable> tables) {
    CodeTable first = tables.getFirst();
    CodeTable g0 = first == CodeTable.JIS_KATAKANA ? CodeTable.JIS_ROMAN : CodeTable.ASCII;
    var declared = new ArrayList<CodeTable>();
    declared.add(g0);
    tables.stream().filter(t -> !declared.contains(t)).forEach(declared::add);
    return new Iso2022(g0, Optional.of(first).filter(CodeTable::inG1), declared);
  }

  private static boolean resets(int character, Vr vr) {
    return (character < ' ' && character != ESC)
        || (character == '\\' && vr.allowsMultiple())
        || ((character == '^' || character == '=') && vr == Vr.PN);
  }

  DecodedText decode(byte[] bytes, Vr vr) {
    var reader = new Reader(bytes, vr);
    while (reader.at < bytes.length) {
      reader.next();
    }
    return reader.text.done();
  }

  private final class Reader {
    private final DecodedText.Builder text = new DecodedText.Builder();
    private final byte[] bytes;
    private final Vr vr;
    private CodeTable low = g0;
    private Optional<CodeTable> high = g1;
    private int at;

    Reader(byte[] bytes, Vr vr) {
      this.bytes = bytes;
      this.vr = vr;
    }

    void next() {
      byte b = bytes[at];
      if (b == ESC) {
        CodeTable.designation(bytes, at).ifPresentOrElse(this::designate, () -> escape(1));
      } else if (b >= 0 && (b <= ' ' || b == 0x7F || !low.isTwoBytes() || isForgotten())) {
        if (resets(b, vr)) {
          low = g0;
          high = g1;
        }
        character(low.isTwoBytes() ? CodeTable.ASCII : low, 1);
      } else if (b >= 0) {
        character(low, 2);
      } else {
        Optional<CodeTable> table = high.or(Iso2022.this::onlyInG1);
        table.ifPresentOrElse(t -> character(t, t.isTwoBytes() ? 2 : 1), () -> escape(1));
      }
    }

    /// True at a delimiter that cannot begin a character of two bytes: the way back to the initial
    /// table is missing in front of it.
    private boolean isForgotten() {
      return resets(bytes[at], vr) && !isPair();
    }

    private boolean isPair() {
      int code = at + 1 < bytes.length ? bytes[at + 1] & 0x7F : 0;
      return code > 0x20 && code < 0x7F && (bytes[at] < 0) == (bytes[at + 1] < 0);
    }

    private void designate(CodeTable.Designation designation) {
      if (designation.inG1()) {
        high = Optional.of(designation.table());
      } else {
        low = designation.table();
      }
      at += designation.length();
    }

    private void character(CodeTable table, int width) {
      if (width == 2 && !isPair()) {
        escape(1);
        return;
      }
      Optional<String> character =
          width == 2 ? table.decode(bytes[at], bytes[at + 1]) : table.decode(bytes[at]);
      if (character.isEmpty()) {
        escape(width);
      } else {
        text.add(character.get().charAt(0));
        at += width;
      }
    }

    private void escape(int count) {
      for (int i = 0; i < count; i++) {
        text.escape(bytes[at++]);
      }
    }
  }

  /// What bytes from 80 on can only mean where no escape says so: the first declared table of G1.
  private Optional<CodeTable> onlyInG1() {
    return declared.stream().filter(CodeTable::inG1).findFirst();
  }

  /// The bytes of a text; empty when no table has one of its characters. Each character is taken
  /// from the first declared table that has it.
  ///
  /// @param escapes whether `\xHH` in the text is a byte that [#decode] could not decode
  Optional<byte[]> encode(String text, Vr vr, boolean escapes) {
    if (!escapes) {
      return encode(text, vr, Optional.empty(), false);
    }
    // Which table an undecodable byte was read with, the text does not say.
    var candidates = new ArrayList<Optional<CodeTable>>();
    candidates.add(Optional.empty());
    declared.forEach(table -> candidates.add(Optional.of(table)));
    return candidates.stream()
        .flatMap(table -> encode(text, vr, table, true).stream())
        .filter(bytes -> decode(bytes, vr).text().equals(text))
        .findFirst();
  }

  private Optional<byte[]> encode(
      String text, Vr vr, Optional<CodeTable> ofEscapes, boolean escapes) {
    var writer = new Writer();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (escapes && CharacterSet.isEscape(text, i)) {
        ofEscapes.ifPresent(writer::activate);
        writer.out.write(HexFormat.fromHexDigits(text, i + 2, i + 4));
        i += 3;
      } else if (resets(c, vr)) {
        writer.reset();
        writer.out.write(c);
      } else if (!writer.put(String.valueOf(c))) {
        return Optional.empty();
      }
    }
    writer.reset();
    return Optional.of(writer.out.toByteArray());
  }

  private final class Writer {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private CodeTable low = g0;
    private Optional<CodeTable> high = g1;

    /// Makes the initial tables active again. An empty G1 has no escape sequence, and needs none.
    void reset() {
      activate(g0);
      g1.ifPresent(this::activate);
      high = g1;
    }

    void activate(CodeTable table) {
      if (table.inG1() ? high.equals(Optional.of(table)) : low == table) {
        return;
      }
      out.writeBytes(table.escape());
      if (table.inG1()) {
        high = Optional.of(table);
      } else {
        low = table;
      }
    }

    boolean put(String character) {
      for (CodeTable table : declared) {
        Optional<byte[]> code = table.encode(character);
        if (code.isPresent()) {
          activate(table);
          out.writeBytes(code.get());
          return true;
        }
      }
      return false;
    }
  }
}
