package org.voxdesk.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.voxdesk.app.slice.NamedWindow;

final class ReadableTextTest {
  @Test
  void namesAreWrittenFamilyFirst() {
    assertThat(ReadableText.name("Doe^Jane^M.")).isEqualTo("Doe, Jane M.");
    assertThat(ReadableText.name("Doe")).isEqualTo("Doe");
    assertThat(ReadableText.name("Wang^XiaoDong=王^小东")).isEqualTo("Wang, XiaoDong");
    assertThat(ReadableText.name("")).isEmpty();
  }

  @Test
  void datesGetDashesAndOtherTextStays() {
    assertThat(ReadableText.date("20000131")).isEqualTo("2000-01-31");
    assertThat(ReadableText.date("2000")).isEqualTo("2000");
  }

  @Test
  void millimetresHaveNoIdleZeros() {
    assertThat(ReadableText.millimetres(2.5)).isEqualTo("2.5");
    assertThat(ReadableText.millimetres(100)).isEqualTo("100");
    assertThat(ReadableText.millimetres(-0.001)).isEqualTo("0");
    assertThat(ReadableText.millimetres(-7.126)).isEqualTo("−7.13");
  }

  @Test
  void halvesOfATenthAreRoundedAlikeEverywhere() {
    assertThat(ReadableText.tenths(41.25)).isEqualTo("41.3");
    assertThat(ReadableText.tenths(-41.25)).isEqualTo("−41.3");
    assertThat(ReadableText.tenths(-0.04)).isEqualTo("0.0");
    assertThat(NamedWindow.number(41.25)).isEqualTo("41.3");
    assertThat(NamedWindow.number(-41.25)).isEqualTo("−41.3");
  }
}
