package org.voxdesk.edit.deid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.dicom.Vr;

class DateShiftTest {
  @ParameterizedTest
  @CsvSource({
    "20240301, -1, 20240229",
    "20230101, -1, 20221231",
    "2024.03.01, -1, 20240229",
    "20240115, 0, 20240115"
  })
  void aDateIsMoved(String date, int days, String moved) {
    assertThat(new DateShift(days).shifted(Vr.DA, date)).contains(moved);
  }

  @ParameterizedTest
  @CsvSource({
    "20240301101530.123456+0100, 20240229101530.123456+0100",
    "20240301101530.12-0500, 20240229101530.12-0500",
    "2024030110, 2024022910",
    "20240301, 20240229",
    "20240301+0100, 20240229+0100",
    "202403, 202403",
    "2024, 2024",
    "2024-0500, 2024-0500"
  })
  void aDateAndTimeKeepsItsTimeItsOffsetAndWhereItStops(String dateTime, String moved) {
    assertThat(new DateShift(-1).shifted(Vr.DT, dateTime)).contains(moved);
  }

  @Test
  void aPartialDateMovesByWholeMonthsAndYears() {
    assertThat(new DateShift(-31).shifted(Vr.DT, "202403")).contains("202402");
    assertThat(new DateShift(-365).shifted(Vr.DT, "2024")).contains("2023");
    assertThat(new DateShift(-3650).shifted(Vr.DT, "2024")).contains("2014");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20240230", "soon", "01.01", "20240101-20240202", "24-01-01"})
  void whatIsNoDateIsNotMoved(String text) {
    assertThat(new DateShift(-1).shifted(Vr.DA, text)).isEmpty();
  }

  @Test
  void aDateIsNotMovedOutOfTheCalendar() {
    assertThat(new DateShift(-3650).shifted(Vr.DA, "00010101")).isEmpty();
    assertThat(new DateShift(-1).shifted(Vr.DA, "")).contains("");
  }
}
