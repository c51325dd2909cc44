package org.voxdesk.app.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Values of the standard as people read them.
public final class ReadableText {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

  private ReadableText() {}

  /// A person name's first group as people write it: family name, comma, given names (PS3.5 6.2.1).
  public static String name(String value) {
    String[] components = value.split("=", -1)[0].split("\\^", -1);
    String given =
        Stream.of(components)
            .skip(1)
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" "));
    return joined(", ", components[0].strip(), given);
  }

  /// A date with dashes; what is no date, as it is.
  public static String date(String value) {
    Matcher parts = DATE.matcher(value);
    return parts.matches() ? parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3) : value;
  }

  /// A whole number, in groups of three digits.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u2009');
  }

  /// Up to two decimals, none where they say nothing.
  public static String millimetres(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    String trimmed = text.replaceAll("0+$", "").replaceAll("\\.$", "");
    return trimmed.equals("-0") ? "0" : trimmed.replace('-', '−');
  }

  /// One decimal, a half away from zero, and no sign where that leaves nothing.
  public static String tenths(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.equals("-0.0") ? "0.0" : text.replace('-', '−');
  }

  /// The parts that say something, with `separator` between them.
  public static String joined(String separator, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(separator));
  }
}
