package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.dicom.PersonName.Group;

class PersonNameTest {
  private static final Group NONE = new Group("", "", "", "", "");

  @Test
  void hasThreeGroupsOfFiveComponents() {
    assertThat(PersonName.of("Adams^John Robert Quincy^^Rev.^B.A. M.Div."))
        .isEqualTo(
            new PersonName(
                new Group("Adams", "John Robert Quincy", "", "Rev.", "B.A. M.Div."), NONE, NONE));
    assertThat(PersonName.of("Yamada^Tarou=山田^太郎=やまだ^たろう"))
        .isEqualTo(
            new PersonName(
                new Group("Yamada", "Tarou", "", "", ""),
                new Group("山田", "太郎", "", "", ""),
                new Group("やまだ", "たろう", "", "", "")));
  }

  @Test
  void groupsAndComponentsMayBeAbsent() {
    PersonName name = PersonName.of("==やまだ");
    assertThat(name.alphabetic().isEmpty()).isTrue();
    assertThat(name.ideographic().isEmpty()).isTrue();
    assertThat(name.phonetic()).isEqualTo(new Group("やまだ", "", "", "", ""));
    assertThat(PersonName.of("^^^^").alphabetic().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Doe",
        "^Jane",
        "Doe^Jane^^Dr^MD=^^x",
        "==やまだ^たろう",
        "Doe ^ Jane",
        "a^b^c^d^e^f^g",
        "a=b=c=d^e"
      })
  void isWrittenAsItWasRead(String text) {
    assertThat(PersonName.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "Doe^Jane^^^, Doe^Jane",
    "Wang^XiaoDong=王^小東=, Wang^XiaoDong=王^小東",
    "A^^=B^=C^, A=B=C"
  })
  void isWrittenWithoutDelimitersAtTheEnd(String text, String written) {
    assertThat(PersonName.of(text).text()).isEqualTo(written);
  }
}
