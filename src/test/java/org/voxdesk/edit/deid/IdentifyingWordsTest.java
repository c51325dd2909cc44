package org.voxdesk.edit.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

class IdentifyingWordsTest {
  private final IdentifyingWords words;

  IdentifyingWordsTest() throws Exception {
    DataSet item =
        DataSet.empty(Encoding.EXPLICIT_LITTLE).with(Tag.of(0x0040, 0xA123), Vr.PN, "Watson^John");
    words =
        IdentifyingWords.of(
            DataSet.empty(Encoding.EXPLICIT_LITTLE)
                .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
                .with(Tag.PATIENT_NAME, Vr.PN, "Müller-Lüdenscheid^Jo^E=山田^太郎")
                .with(Tag.PATIENT_ID, Vr.LO, "AB-47/11")
                .with(Tag.ACCESSION_NUMBER, Vr.SH, "A1")
                .with(Tag.INSTITUTION_NAME, Vr.LO, "St. Mary Hospital of the City")
                .with(Images.sequence(Tag.of(0x0040, 0xA730), item)));
  }

  private String cleaned(String text) {
    return words.cleaned(Vr.LO, List.of(text)).getFirst();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CT Thorax 2.5 mm",
        "Join of the left hip, 120 kV, 250 mAs",
        "T1 axial 3D 512 x 512, TE 12.5/25",
        "A1C and a1b",
        "E",
        ""
      })
  void plainWordsStay(String text) {
    assertThat(cleaned(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thorax of MULLER, follow up | Thorax of [removed], follow up",
        "jo has pain | [removed] has pain",
        "seen by Dr. Watson | seen by Dr. [removed]",
        "山田様の胸部 | [removed]様の胸部",
        "ID ab-47/11x | ID [removed]x",
        "order A1 done | order [removed] done",
        "made at Mary hospital | made at [removed] [removed]",
        "compare 2024-03-01 please | compare [removed] please",
        "compare 1.3.2024 please | compare [removed] please",
        "born 03/04/58 | born [removed]",
        "on 3 March 2024 | on [removed]",
        "on Mar 3rd, 2024 | on [removed]",
        "2024年3月1日 CT | [removed] CT",
        "number 1234567 | number [removed]",
        "call 030-123 456 | call [removed]",
        "call +49 30 1234567 | call [removed]",
        "mail a@b.de now | mail [removed] now",
        "uid 1.2.3.4.5.6 | uid [removed]"
      })
  void whatIdentifiesIsTakenOut(String text, String left) {
    assertThat(cleaned(text)).isEqualTo(left);
  }

  @Test
  void nothingStandsInItsPlaceWhereThatWouldBeTooLong() {
    assertThat(words.cleaned(Vr.SH, List.of("Jo Muller chest"))).containsExactly("chest");
  }
}
