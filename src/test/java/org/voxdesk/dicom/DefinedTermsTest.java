package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinedTermsTest {
  @Test
  void everyTermIsAllowedByTheVrOfItsAttribute() {
    assertThat(DefinedTerms.tags()).hasSizeGreaterThan(120);
    for (Tag tag : DefinedTerms.tags()) {
      Vr vr = Dictionary.standard().vr(tag);
      assertThat(EnumSet.of(Vr.CS, Vr.LO)).as(tag.toString()).contains(vr);
      for (DefinedTerms.Term term : DefinedTerms.of(tag)) {
        assertThat(VrRules.violation(vr, term.value())).as(tag + " " + term.value()).isEmpty();
        assertThat(term.meaning()).as(tag + " " + term.value()).isNotBlank();
      }
    }
  }

  @Test
  void noTermIsThereTwiceForOneValue() {
    for (Tag tag : DefinedTerms.tags()) {
      for (int position = 1; position < 4; position++) {
        assertThat(DefinedTerms.of(tag, position).stream().map(DefinedTerms.Term::value))
            .as(tag.toString())
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void enumeratedValuesAreToldFromDefinedTerms() {
    assertThat(values(DefinedTerms.of(Tag.PATIENT_SEX))).containsExactly("M", "F", "O");
    assertThat(DefinedTerms.isEnumerated(Tag.PATIENT_SEX)).isTrue();
    assertThat(values(DefinedTerms.of(Tag.MODALITY))).contains("CT", "MR", "SEG", "OPTENF");
    assertThat(DefinedTerms.isEnumerated(Tag.MODALITY)).isFalse();
  }

  @Test
  void termsDependOnThePlaceOfTheValue() {
    assertThat(values(DefinedTerms.of(Tag.IMAGE_TYPE, 1))).containsExactly("ORIGINAL", "DERIVED");
    assertThat(values(DefinedTerms.of(Tag.IMAGE_TYPE, 2))).containsExactly("PRIMARY", "SECONDARY");
    assertThat(values(DefinedTerms.of(Tag.IMAGE_TYPE, 3))).contains("AXIAL");
    assertThat(DefinedTerms.of(Tag.IMAGE_TYPE, 4)).isEmpty();
    assertThat(values(DefinedTerms.of(Tag.IMAGE_TYPE))).contains("ORIGINAL", "PRIMARY", "AXIAL");
  }

  @Test
  void attributesThatAreNotInTheTableHaveNoTerms() {
    assertThat(DefinedTerms.of(Tag.PATIENT_NAME)).isEmpty();
    assertThat(DefinedTerms.isEnumerated(Tag.PATIENT_NAME)).isFalse();
  }

  private static List<String> values(List<DefinedTerms.Term> terms) {
    return terms.stream().map(DefinedTerms.Term::value).toList();
  }
}
