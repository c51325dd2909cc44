package org.voxdesk.dicom;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date and time that may stop after any of its parts (PS3.5 6.2, DT).
///
/// @param start the first moment it can mean, where its offset holds
/// @param precision the last part that is there, from years to seconds with their fraction
/// @param fractionDigits digits of the fraction of a second, 0 to 6
/// @param offset from UTC; empty where it is the one of the data set
public record PartialDateTime(
    LocalDateTime start, ChronoUnit precision, int fractionDigits, Optional<ZoneOffset> offset) {
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2})([\\d.]{2,})?)?)?([+-]\\d{4})?");
  private static final Pattern DATE = Pattern.compile("(\\d{4})(\\.?)(\\d{2})\\2(\\d{2})");

  /// Reads `YYYY[MM[DD[HH[MM[SS[.F]]]]]][±ZZXX]`; empty when it is no such text or no real day.
  public static Optional<PartialDateTime> of(String text) {
    Matcher matcher = DATE_TIME.matcher(text.stripTrailing());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String month = matcher.group(2);
    String day = matcher.group(3);
    Optional<LocalDate> date =
        date(matcher.group(1), month == null ? "01" : month, day == null ? "01" : day);
    Optional<ZoneOffset> offset =
        Optional.ofNullable(matcher.group(5)).flatMap(PartialDateTime::offset);
    if (date.isEmpty() || (matcher.group(5) != null && offset.isEmpty())) {
      return Optional.empty();
    }
    if (matcher.group(4) == null) {
      ChronoUnit unit =
          month == null ? ChronoUnit.YEARS : day == null ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
      return Optional.of(new PartialDateTime(date.get().atStartOfDay(), unit, 0, offset));
    }
    return PartialTime.of(matcher.group(4))
        .map(
            time ->
                new PartialDateTime(
                    date.get().atTime(time.start()),
                    time.precision(),
                    time.fractionDigits(),
                    offset));
  }

  /// The day that a value of VR DA means, `YYYYMMDD` or the old `YYYY.MM.DD`; empty when it is no
  /// such text or no real day.
  public static Optional<LocalDate> date(String text) {
    Matcher matcher = DATE.matcher(text.stripTrailing());
    return matcher.matches()
        ? date(matcher.group(1), matcher.group(3), matcher.group(4))
        : Optional.empty();
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// −1200 to +1400, and not −0000.
  private static Optional<ZoneOffset> offset(String text) {
    int hours = Integer.parseInt(text.substring(1, 3));
    int minutes = Integer.parseInt(text.substring(3));
    int total = hours * 60 + minutes;
    boolean negative = text.charAt(0) == '-';
    boolean allowed = minutes < 60 && (negative ? total > 0 && total <= 12 * 60 : total <= 14 * 60);
    return allowed
        ? Optional.of(ZoneOffset.ofTotalSeconds((negative ? -60 : 60) * total))
        : Optional.empty();
  }
}
