package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTimeTest {
  @ParameterizedTest
  @CsvSource({
    "23, 23:00:00, HOURS, 0",
    "2359, 23:59:00, MINUTES, 0",
    "235958, 23:59:58, SECONDS, 0",
    "235958.1, 23:59:58.100, SECONDS, 1",
    "235958.000001, 23:59:58.000001, SECONDS, 6",
    "235960.5, 23:59:59.500, SECONDS, 1",
    "'0000 ', 00:00:00, MINUTES, 0",
    "23:59, 23:59:00, MINUTES, 0",
    "23:59:58.25, 23:59:58.250, SECONDS, 2"
  })
  void aTimeKeepsItsPrecision(String text, LocalTime start, ChronoUnit unit, int digits) {
    assertThat(PartialTime.of(text)).contains(new PartialTime(start, unit, digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "24",
        "2360",
        "235961",
        "235958.",
        "235958.1234567",
        "12:3045",
        "1230:45"
      })
  void whatIsNoTimeIsNone(String text) {
    assertThat(PartialTime.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024, 2024-01-01T00:00, YEARS, 0,",
    "202402, 2024-02-01T00:00, MONTHS, 0,",
    "20240229, 2024-02-29T00:00, DAYS, 0,",
    "2024022923, 2024-02-29T23:00, HOURS, 0,",
    "202402292359, 2024-02-29T23:59, MINUTES, 0,",
    "20240229235958, 2024-02-29T23:59:58, SECONDS, 0,",
    "20240229235958.125, 2024-02-29T23:59:58.125, SECONDS, 3,",
    "20240229235958.1+1400, 2024-02-29T23:59:58.1, SECONDS, 1, +14:00",
    "2024-0330, 2024-01-01T00:00, YEARS, 0, -03:30",
    "202402+0000, 2024-02-01T00:00, MONTHS, 0, Z"
  })
  void aDateTimeKeepsItsPrecisionAndOffset(
      String text, LocalDateTime start, ChronoUnit unit, int digits, String offset) {
    Optional<ZoneOffset> zone = Optional.ofNullable(offset).map(ZoneOffset::of);
    assertThat(PartialDateTime.of(text)).contains(new PartialDateTime(start, unit, digits, zone));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "202", "20241", "202413", "20230229", "2024022924", "2024-0000", "2024+1401"})
  void whatIsNoDateTimeIsNone(String text) {
    assertThat(PartialDateTime.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"20240229, 2024-02-29", "2024.02.29, 2024-02-29", "'20240229 ', 2024-02-29"})
  void aDateIsRealAndMayHaveTheOldForm(String text, LocalDate date) {
    assertThat(PartialDateTime.date(text)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2024", "20230229", "2024.0229", "2024-02-29", "20240229-20240301"})
  void whatIsNoDateIsNone(String text) {
    assertThat(PartialDateTime.date(text)).isEmpty();
  }
}
