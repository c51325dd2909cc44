package org.voxdesk.edit.deid;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voxdesk.dicom.PartialDateTime;
import org.voxdesk.dicom.Vr;

/// Moves dates by a number of days, those in the old form with points into the form of today; times
/// of day and offsets from UTC stay, and so do intervals between whole dates.
///
/// A date that stops after its year or month does so afterwards: it becomes the year or month in
/// which the middle of its span lies when moved.
final class DateShift {
  /// Days of the longest shift.
  static final int LONGEST = 3650;

  private static final Pattern DATE = Pattern.compile("(\\d{4})(\\.?)(\\d{2})?\\2(\\d{2})?(.*)");
  private static final int MIDDLE_MONTH = 7;
  private static final int MIDDLE_DAY = 15;
  private static final int LAST_YEAR = 9999;

  private final int days;

  DateShift(int days) {
    this.days = days;
  }

  /// The moved value of VR DA or DT; empty where it is no date.
  Optional<String> shifted(Vr vr, String value) {
    if (value.isEmpty()) {
      return Optional.of(value);
    }
    Matcher matcher = DATE.matcher(value);
    boolean known =
        PartialDateTime.of(value).isPresent()
            || (vr == Vr.DA && PartialDateTime.date(value).isPresent());
    if (!known || !matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> month = Optional.ofNullable(matcher.group(3));
    Optional<String> day = Optional.ofNullable(matcher.group(4));
    LocalDate date =
        LocalDate.of(
                Integer.parseInt(matcher.group(1)),
                month.map(Integer::parseInt).orElse(MIDDLE_MONTH),
                day.map(Integer::parseInt).orElse(month.isPresent() ? MIDDLE_DAY : 1))
            .plusDays(days);
    if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
      return Optional.empty();
    }
    return Optional.of(
        digits(date.getYear(), 4)
            + month.map(m -> digits(date.getMonthValue(), 2)).orElse("")
            + day.map(d -> digits(date.getDayOfMonth(), 2)).orElse("")
            + matcher.group(5));
  }

  private static String digits(int number, int count) {
    return String.format(Locale.ROOT, "%0" + count + "d", number);
  }
}
