package org.voxdesk.app.editor;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.voxdesk.dicom.PartialDateTime;
import org.voxdesk.dicom.Vr;

/// The parts of a date (DA), a time (TM) or both (DT), in step with the text of the value: a value
/// may stop after any part, and what is no date or time stays in the text.
final class DateTimeParts {
  private static final Pattern DATE = Pattern.compile("(\\d{4})\\.?(\\d{2})\\.?(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,6}))?)?)?");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})"
              + "(?:\\.(\\d{1,6}))?)?)?)?)?)?([+-]\\d{4})?");

  /// Where a part is missing before another.
  private static final String GAP = "--";

  private final Vr vr;
  private final StringProperty text;
  private final InstantSource clock;
  private final Map<Part, StringProperty> parts = new EnumMap<>(Part.class);
  private boolean following;

  /// One part, in the order they are written.
  enum Part {
    YEAR(4),
    MONTH(2),
    DAY(2),
    HOUR(2),
    MINUTE(2),
    SECOND(2),
    FRACTION(6),
    OFFSET(5);

    private final int digits;

    Part(int digits) {
      this.digits = digits;
    }

    /// How many characters it has at most.
    int digits() {
      return digits;
    }
  }

  /// Parts of `text`, which is to be of VR DA, TM or DT.
  DateTimeParts(Vr vr, StringProperty text, InstantSource clock) {
    this.vr = vr;
    this.text = text;
    this.clock = clock;
    for (Part part : order()) {
      var one = new SimpleStringProperty("");
      one.addListener((property, was, is) -> write());
      parts.put(part, one);
    }
    text.addListener((property, was, is) -> read());
    read();
  }

  /// The parts that the VR has.
  List<Part> order() {
    return switch (vr) {
      case DA -> List.of(Part.YEAR, Part.MONTH, Part.DAY);
      case TM -> List.of(Part.HOUR, Part.MINUTE, Part.SECOND, Part.FRACTION);
      case DT -> List.of(Part.values());
      default -> throw new IllegalArgumentException(vr + " is neither a date nor a time");
    };
  }

  boolean hasDate() {
    return vr != Vr.TM;
  }

  /// What stands for `part`, empty where it is absent.
  StringProperty property(Part part) {
    StringProperty property = parts.get(part);
    if (property == null) {
      throw new IllegalArgumentException(vr + " has no " + part);
    }
    return property;
  }

  /// The day, where there is a whole one.
  Optional<LocalDate> date() {
    return hasDate()
        ? PartialDateTime.date(
            property(Part.YEAR).get() + property(Part.MONTH).get() + property(Part.DAY).get())
        : Optional.empty();
  }

  /// Sets year, month and day; the time stays.
  void setDate(LocalDate day) {
    String digits = day.format(DateTimeFormatter.BASIC_ISO_DATE);
    following = true;
    property(Part.YEAR).set(digits.substring(0, 4));
    property(Part.MONTH).set(digits.substring(4, 6));
    property(Part.DAY).set(digits.substring(6, 8));
    following = false;
    write();
  }

  /// Sets the date and time of the clock, to the second.
  void setNow() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    String pattern =
        switch (vr) {
          case DA -> "uuuuMMdd";
          case TM -> "HHmmss";
          default -> "uuuuMMddHHmmss";
        };
    text.set(now.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT)));
  }

  private void read() {
    if (following) {
      return;
    }
    Pattern form =
        switch (vr) {
          case DA -> DATE;
          case TM -> TIME;
          default -> DATE_TIME;
        };
    Matcher matcher = form.matcher(text.get().stripTrailing());
    boolean matches = matcher.matches();
    following = true;
    List<Part> order = order();
    for (int i = 0; i < order.size(); i++) {
      String found = matches ? matcher.group(i + 1) : null;
      property(order.get(i)).set(found == null ? "" : found);
    }
    following = false;
  }

  private void write() {
    if (following) {
      return;
    }
    following = true;
    text.set(joined());
    following = false;
  }

  private String joined() {
    var digits = new StringBuilder();
    int gaps = 0;
    for (Part part : order()) {
      String value = property(part).get().strip();
      if (value.isEmpty()) {
        gaps++;
        continue;
      }
      if (part == Part.OFFSET) {
        digits.append(value);
        continue;
      }
      digits.append(GAP.repeat(gaps));
      gaps = 0;
      digits.append(part == Part.FRACTION ? "." + value : padded(value, part.digits()));
    }
    return digits.toString();
  }

  private static String padded(String value, int digits) {
    return digits == 2 && value.length() == 1 ? "0" + value : value;
  }
}
