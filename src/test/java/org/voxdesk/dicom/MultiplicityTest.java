package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultiplicityTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0 1, 2 3",
    "3, 3, 0 3, 1 2 4 6",
    "1-3, 1-3, 0 1 2 3, 4",
    "1-n, 1-n, 0 1 2 99, -1",
    "2-n, 2-n, 0 2 3 99, 1",
    "2-2n, 2-2n, 0 2 4 98, 1 3 99",
    "47-47n, 47-47n, 47 94, 48 93",
    "whatever, 1-n, 1 7, -1"
  })
  void allowsWhatTheDictionaryPrints(
      String printed, String meaning, String allowed, String refused) {
    Multiplicity multiplicity = Multiplicity.of(printed);
    assertThat(multiplicity).isEqualTo(Multiplicity.of(meaning));
    assertThat(allowed.split(" ")).allMatch(n -> multiplicity.allows(Integer.parseInt(n)));
    assertThat(refused.split(" ")).noneMatch(n -> multiplicity.allows(Integer.parseInt(n)));
  }

  @Test
  void aNumberOfValuesThatIsNotLaidDownIsExplained() {
    DictionaryEntry spacing = Dictionary.standard().entry("PixelSpacing").orElseThrow();
    assertThat(spacing.violation(2)).isEmpty();
    assertThat(spacing.violation(0)).isEmpty();
    assertThat(spacing.violation(3).map(Object::toString))
        .contains("the number of values is 3, where 2 is laid down");
  }

  @Test
  void everyRowOfTheDictionaryIsUnderstood() {
    for (DictionaryEntry entry : Dictionary.standard().entries()) {
      Multiplicity multiplicity = entry.multiplicity();
      assertThat(entry.vm()).startsWith(Integer.toString(multiplicity.least()));
      assertThat(entry.vm().endsWith("n")).isEqualTo(multiplicity.most() == Integer.MAX_VALUE);
    }
  }
}
