package org.voxdesk.edit.deid;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.ValueText;
import org.voxdesk.dicom.Vr;
import org.voxdesk.dicom.VrRules;

/// The words by which a data set tells who its patient is, and the removal of them from free text.
///
/// No program understands free text; this one takes out what it can recognise, and what is left has
/// to be read by a person. It takes out, letter case and accents ignored:
/// - every part of every person's name in the data set: whole words of two letters or more, and in
///   scripts without spaces between words each part wherever it stands;
/// - IDs and numbers of the patient, the visit and the order, wherever they stand;
/// - words of four letters or more of the names and addresses of institutions, departments,
///   stations and places;
/// - dates in digits or with the name of a month, numbers of five digits or more, telephone
///   numbers, UIDs, e-mail and web addresses.
///
/// `[removed]` stands in their place, or nothing where that would be too long for the VR. Text in
/// which nothing of this is found keeps its bytes.
final class IdentifyingWords {
  private static final String REMOVED = "[removed]";
  private static final int SHORTEST_NAME = 2;
  private static final int SHORTEST_PLACE = 4;
  private static final int SHORTEST_ID = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern MARK = Pattern.compile("\\p{M}");
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]+");
  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez)\\p{L}*";

  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\S+@\\S+|(?:https?://|www\\.)\\S+"
              + "|\\d+(?:\\.\\d+){4,}"
              + "|(?<!\\d)\\d{4}([-./])\\d{1,2}\\1\\d{1,2}(?!\\d)"
              + "|(?<!\\d)\\d{1,2}([-./])\\d{1,2}\\2(?:\\d{4}|\\d{2})(?!\\d)"
              + "|\\d{4}\\s*年\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?"
              + "|(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)?[ -]*(?<!\\p{L})"
              + MONTH
              + "[ .,-]*(?:\\d{4}|\\d{2})(?!\\d)"
              + "|(?<!\\p{L})"
              + MONTH
              + "[ .-]*\\d{1,2}(?:st|nd|rd|th)?,?[ -]+\\d{4}"
              + "|(?<!\\p{L})"
              + MONTH
              + "[ .-]*\\d{4}"
              + "|\\+\\d[\\d ()/-]{5,}\\d"
              + "|\\(?(?<!\\d)\\d{2,5}\\)?[-/]\\d[\\d -]{3,}\\d"
              + "|\\d{5,}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// IDs and numbers of patient, visit and order, titles and serial numbers among them.
  private static final Set<Tag> IDS =
      tags(
          0x00080050,
          0x00080055,
          0x00100020,
          0x00101000,
          0x00101050,
          0x00101090,
          0x00120040,
          0x00120042,
          0x00181000,
          0x00200010,
          0x00380010,
          0x00380060,
          0x00400009,
          0x00400253,
          0x00401001,
          0x00402016,
          0x00402017,
          0x0040050A,
          0x00400512,
          0x00400551);

  /// Institutions, departments, stations and places.
  private static final Set<Tag> PLACES =
      tags(
          0x00080080,
          0x00080081,
          0x00080092,
          0x00081010,
          0x00081040,
          0x00101040,
          0x00102152,
          0x00102299,
          0x00120010,
          0x00120031,
          0x00120060,
          0x00321033,
          0x00380300,
          0x00380400,
          0x00400011,
          0x00400242,
          0x00400243,
          0x00401005,
          0x00401102,
          0x00402009,
          0x00404036,
          0x0040A027);

  private final Set<String> words = new HashSet<>();
  private final Set<String> parts = new HashSet<>();

  private IdentifyingWords() {}

  /// The identifying words of a data set and its items.
  static IdentifyingWords of(DataSet dataSet) {
    var found = new IdentifyingWords();
    found.collect(dataSet);
    return found;
  }

  private static Set<Tag> tags(int... values) {
    return Arrays.stream(values).mapToObj(Tag::new).collect(Collectors.toSet());
  }

  private void collect(DataSet dataSet) {
    for (DataElement element : dataSet.elements()) {
      if (element.value() instanceof Value.Items(List<Value.Item> items)) {
        items.forEach(item -> collect(item.dataSet().inheriting(dataSet.characterSet())));
        continue;
      }
      DataElement known = dataSet.understood(element);
      Tag tag = element.tag();
      boolean name = known.vr() == Vr.PN;
      if (!name && !IDS.contains(tag) && !PLACES.contains(tag)) {
        continue;
      }
      for (String value : ValueText.values(known, dataSet.characterSet())) {
        if (IDS.contains(tag)) {
          id(value);
        } else {
          words(value, name ? SHORTEST_NAME : SHORTEST_PLACE);
        }
      }
    }
  }

  private void id(String value) {
    String plain = plain(value.strip());
    if (plain.length() >= SHORTEST_ID) {
      parts.add(plain);
    } else if (plain.length() == SHORTEST_ID - 1) {
      words.add(plain);
    }
  }

  private void words(String value, int shortest) {
    Matcher matcher = WORD.matcher(value);
    while (matcher.find()) {
      String word = plain(matcher.group());
      if (UNSPACED.matcher(word).matches()) {
        parts.add(word);
      } else if (word.length() >= shortest) {
        words.add(word);
      }
    }
  }

  /// The values of an element of text without what identifies; the same list where nothing does.
  List<String> cleaned(Vr vr, List<String> values) {
    return values.stream().map(value -> cleaned(vr, value)).toList();
  }

  private String cleaned(Vr vr, String value) {
    String cleaned = cleaned(value, REMOVED);
    Optional<?> tooLong = VrRules.violation(vr, cleaned);
    return tooLong.isEmpty() ? cleaned : cleaned(value, "").strip();
  }

  private String cleaned(String text, String instead) {
    boolean[] identifies = new boolean[text.length()];
    mark(NUMBERED.matcher(text), identifies);
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (words.contains(plain(word.group()))) {
        mark(identifies, word.start(), word.end());
      }
    }
    markParts(text, identifies);
    var cleaned = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (!identifies[i]) {
        cleaned.append(text.charAt(i));
      } else if (i == 0 || !identifies[i - 1]) {
        cleaned.append(instead);
      }
    }
    return cleaned.toString();
  }

  /// What has no bounds of words, found character by character so that accents do not matter.
  private void markParts(String text, boolean[] identifies) {
    if (parts.isEmpty()) {
      return;
    }
    var plain = new StringBuilder();
    var origin = new ArrayList<Integer>();
    for (int i = 0; i < text.length(); i++) {
      String folded = plain(text.substring(i, i + 1));
      plain.append(folded);
      for (int k = 0; k < folded.length(); k++) {
        origin.add(i);
      }
    }
    for (String part : parts) {
      int at = plain.indexOf(part);
      while (at >= 0) {
        mark(identifies, origin.get(at), origin.get(at + part.length() - 1) + 1);
        at = plain.indexOf(part, at + 1);
      }
    }
  }

  private static void mark(Matcher matcher, boolean[] identifies) {
    while (matcher.find()) {
      mark(identifies, matcher.start(), matcher.end());
    }
  }

  private static void mark(boolean[] identifies, int from, int to) {
    Arrays.fill(identifies, from, to, true);
  }

  /// Without letter case and accents.
  private static String plain(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    return MARK.matcher(folded).replaceAll("");
  }
}
