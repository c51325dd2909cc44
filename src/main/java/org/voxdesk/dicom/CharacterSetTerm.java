package org.voxdesk.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One value of Specific Character Set (0008,0005), understood (PS3.3 C.12.1.1.2).
///
/// @param term the term, well spelt
/// @param table the coded characters of a term that allows code extensions, or may be one of them
/// @param charset what decodes text that is in this set alone
/// @param extensions whether the term states that text may have escape sequences
record CharacterSetTerm(
    String term, Optional<CodeTable> table, Charset charset, boolean extensions) {
  static final CharacterSetTerm DEFAULT =
      new CharacterSetTerm("", Optional.of(CodeTable.ASCII), StandardCharsets.US_ASCII, false);

  private static final String UTF_8 = "192";

  /// Registration numbers of the tables.
  private static final Map<String, CodeTable> TABLES =
      Map.ofEntries(
          Map.entry("6", CodeTable.ASCII),
          Map.entry("13", CodeTable.JIS_KATAKANA),
          Map.entry("58", CodeTable.GB_2312),
          Map.entry("87", CodeTable.JIS_X0208),
          Map.entry("100", CodeTable.LATIN_1),
          Map.entry("101", CodeTable.LATIN_2),
          Map.entry("109", CodeTable.LATIN_3),
          Map.entry("110", CodeTable.LATIN_4),
          Map.entry("126", CodeTable.GREEK),
          Map.entry("127", CodeTable.ARABIC),
          Map.entry("138", CodeTable.HEBREW),
          Map.entry("144", CodeTable.CYRILLIC),
          Map.entry("148", CodeTable.LATIN_5),
          Map.entry("149", CodeTable.KS_X1001),
          Map.entry("159", CodeTable.JIS_X0212),
          Map.entry("166", CodeTable.THAI),
          Map.entry("203", CodeTable.LATIN_9));

  /// What is written instead of a registration number: parts of ISO 8859 by their number.
  private static final Map<String, String> PARTS_OF_8859 =
      Map.ofEntries(
          Map.entry("1", "100"),
          Map.entry("2", "101"),
          Map.entry("3", "109"),
          Map.entry("4", "110"),
          Map.entry("5", "144"),
          Map.entry("6", "127"),
          Map.entry("7", "126"),
          Map.entry("8", "138"),
          Map.entry("9", "148"),
          Map.entry("11", "166"),
          Map.entry("15", "203"));

  /// Letters and digits of the terms and of their misspellings: `ISO IR 100`, `ISO-2022-IR-87`,
  /// `ISO_IR 2022 58`, `IR 192`, `UTF-8`, `ISO-8859-1`, `GB 18030`, `ISO 2022 GBK`, …
  private static final Pattern NUMBERED =
      Pattern.compile("(?:ISO)?(?:IR)?(2022)?(?:IR)?(\\d{1,3})");

  private static final Pattern PART = Pattern.compile("ISO8859(\\d{1,2})");
  private static final Pattern CHINESE =
      Pattern.compile("(?:ISO)?(?:IR)?(?:2022)?(GB18030|GBK|GB2312)");

  /// The terms as the standard spells them, found without further ado: every text of a data set
  /// asks.
  private static final Map<String, CharacterSetTerm> WELL_SPELT = wellSpelt();

  private static Map<String, CharacterSetTerm> wellSpelt() {
    var terms = new HashMap<String, CharacterSetTerm>();
    terms.put("", DEFAULT);
    for (String number : TABLES.keySet()) {
      for (boolean extensions : new boolean[] {false, true}) {
        numbered(number, extensions).ifPresent(term -> terms.put(term.term(), term));
      }
    }
    for (var term :
        List.of(
            alone("ISO_IR 192", StandardCharsets.UTF_8),
            alone("GB18030", Charset.forName("GB18030")),
            alone("GBK", Charset.forName("GBK")))) {
      terms.put(term.term(), term);
    }
    return Map.copyOf(terms);
  }

  /// The term of one value, its spelling repaired; empty when it is not known. An empty value is
  /// the default repertoire.
  static Optional<CharacterSetTerm> of(String value) {
    CharacterSetTerm wellSpelt = WELL_SPELT.get(value);
    return wellSpelt == null ? repaired(value) : Optional.of(wellSpelt);
  }

  private static Optional<CharacterSetTerm> repaired(String value) {
    String letters = value.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    if (letters.isEmpty()) {
      return value.isBlank() ? Optional.of(DEFAULT) : Optional.empty();
    }
    Matcher chinese = CHINESE.matcher(letters);
    if (chinese.matches()) {
      // GBK contains all of GB 2312.
      String name = chinese.group(1).equals("GB2312") ? "GBK" : chinese.group(1);
      return Optional.ofNullable(WELL_SPELT.get(name));
    }
    Matcher part = PART.matcher(letters);
    if (part.matches()) {
      return Optional.ofNullable(PARTS_OF_8859.get(part.group(1))).flatMap(n -> numbered(n, false));
    }
    Matcher number = NUMBERED.matcher(letters.equals("UTF8") ? UTF_8 : letters);
    return number.matches() ? numbered(number.group(2), number.group(1) != null) : Optional.empty();
  }

  private static Optional<CharacterSetTerm> numbered(String number, boolean extensions) {
    if (number.equals(UTF_8)) {
      return Optional.ofNullable(WELL_SPELT.get("ISO_IR 192"));
    }
    return Optional.ofNullable(TABLES.get(number))
        .map(
            table -> {
              boolean escapes = extensions || table.isTwoBytes();
              String term = (escapes ? "ISO 2022 IR " : "ISO_IR ") + number;
              return new CharacterSetTerm(term, Optional.of(table), table.charset(), escapes);
            });
  }

  private static CharacterSetTerm alone(String term, Charset charset) {
    return new CharacterSetTerm(term, Optional.empty(), charset, false);
  }

  /// This term as one of several, in its form for code extensions.
  CharacterSetTerm extended() {
    return table.isEmpty()
        ? this
        : new CharacterSetTerm(
            term.isEmpty() ? "ISO 2022 IR 6" : term.replace("ISO_IR", "ISO 2022 IR"),
            table,
            charset,
            true);
  }
}
