package org.voxdesk.dicom;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time of day that may stop after any of its parts (PS3.5 6.2, TM).
///
/// @param start the first moment it can mean; a leap second is the second before it
/// @param precision the last part that is there: hours, minutes, or seconds with their fraction
/// @param fractionDigits digits of the fraction of a second, 0 to 6
public record PartialTime(LocalTime start, ChronoUnit precision, int fractionDigits) {

  /// Both the form of today and the old one with colons, which must not be mixed.
  private static final Pattern TIME =
      Pattern.compile("([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\2(60|[0-5]\\d)(?:\\.(\\d{1,6}))?)?)?");

  /// Reads `HH[MM[SS[.F]]]` or the old `HH:MM[:SS[.F]]`; empty when it is neither.
  public static Optional<PartialTime> of(String text) {
    Matcher matcher = TIME.matcher(text.stripTrailing());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    if (matcher.group(3) == null) {
      return Optional.of(new PartialTime(LocalTime.of(hour, 0), ChronoUnit.HOURS, 0));
    }
    int minute = Integer.parseInt(matcher.group(3));
    if (matcher.group(4) == null) {
      return Optional.of(new PartialTime(LocalTime.of(hour, minute), ChronoUnit.MINUTES, 0));
    }
    int second = Math.min(59, Integer.parseInt(matcher.group(4)));
    String fraction = matcher.group(5) == null ? "" : matcher.group(5);
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return Optional.of(
        new PartialTime(
            LocalTime.of(hour, minute, second, nanos), ChronoUnit.SECONDS, fraction.length()));
  }
}
