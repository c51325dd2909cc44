package org.voxdesk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.ExplainedException;

class FilePatternTest {
  private static final Path SOURCE = Path.of("in", "slice7.dcm");

  @Test
  void keywordsStandForTheValuesOfTheImage() throws Exception {
    assertThat(
            path(
                "{PatientID}/{StudyDate}_{StudyDescription}/{SeriesNumber}_{SeriesDescription}/"
                    + "{InstanceNumber:4}.dcm"))
        .isEqualTo("P1/20260102_Chest CT/3_Lung/0007.dcm");
    assertThat(path("{SOPInstanceUID}")).isEqualTo("1.2.3.4");
    assertThat(path("{TransferSyntaxUID}")).isEqualTo("1.2.840.10008.1.2.1");
  }

  @Test
  void theDefaultKeepsTheNameOfTheSource() throws Exception {
    assertThat(FilePattern.SOURCE.path(file(), SOURCE)).isEqualTo("slice7.dcm");
    assertThat(path("{name}")).isEqualTo("slice7.dcm");
    assertThat(path("out/new_{name}")).isEqualTo("out/new_slice7.dcm");
  }

  @ParameterizedTest
  @CsvSource({"7,4,0007", "-7,3,-007", "12345,4,12345", "007,2,007", "1.5,4,1.5", "A7,4,A7"})
  void wholeNumbersArePadded(String value, int digits, String expected) throws Exception {
    DicomFile file = file(Tag.PATIENT_ID, Vr.LO, value);
    assertThat(FilePattern.parse("{PatientID:" + digits + "}").path(file, SOURCE))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "a/b;a_b",
        "../../etc/passwd;.._.._etc_passwd",
        "..;unknown",
        "...;unknown",
        "C:x<y>z|?*;C_x_y_z___",
        "say \\\"hi\\\";say _hi_",
        "Doe^Jane;Doe_Jane",
        "end. . ;end",
        "CON;CON_",
        "nul.txt;nul_.txt",
        "com1;com1_",
        "LPT9 .x;LPT9_ .x",
        "console;console",
        "李^小东;李_小东"
      })
  void aValueIsNeverMoreThanPartOfOneName(String value, String expected) throws Exception {
    DicomFile file = file(Tag.PATIENT_ID, Vr.LO, value.replace("\\\"", "\""));
    assertThat(FilePattern.parse("{PatientID}").path(file, SOURCE)).isEqualTo(expected);
  }

  @Test
  void whatCannotBeSeenIsReplaced() {
    assertThat(FileNames.sanitised("a\u0000b\u202Ec\n\uD800d")).isEqualTo("a_b_c__d");
  }

  @Test
  void anAbsentOrEmptyValueIsUnknown() throws Exception {
    assertThat(path("{AccessionNumber}")).isEqualTo("unknown");
    assertThat(path("{AccessionNumber}_{PatientID}")).isEqualTo("unknown_P1");
    assertThat(path("a/ . / /x")).isEqualTo("a/unknown/unknown/x");
  }

  @Test
  void longPartsAreCutBeforeTheirEnding() throws Exception {
    DicomFile latin = file(Tag.PATIENT_ID, Vr.LT, "x".repeat(500));
    assertThat(FilePattern.parse("{PatientID}.dcm/{PatientID}.dcm").path(latin, SOURCE))
        .isEqualTo("x".repeat(116) + ".dcm/" + "x".repeat(116) + ".dcm");
    DicomFile chinese = file(Tag.PATIENT_ID, Vr.LT, "李𠀀".repeat(90));
    String cut = FilePattern.parse("{PatientID}.dcm").path(chinese, SOURCE);
    assertThat(cut).endsWith(".dcm");
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(230, 240);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(cut)).isTrue();
  }

  @Test
  void namesThatAreAlikeInAnyLetterCaseAreNumbered() {
    assertThat(FileNames.apart(List.of("a/x.dcm", "a/X.DCM", "b/x.dcm", "a/x.dcm", "a/x_2.dcm")))
        .containsExactly("a/x.dcm", "a/X_2.DCM", "b/x.dcm", "a/x_3.dcm", "a/x_2_2.dcm");
    assertThat(FileNames.apart(List.of("x.dcm", "X.dcm", "x", "x")))
        .containsExactly("x.dcm", "X_2.dcm", "x", "x_2");
    String longest = "x".repeat(116) + ".dcm";
    assertThat(FileNames.apart(List.of(longest, longest)).getLast())
        .isEqualTo("x".repeat(114) + "_2.dcm");
  }

  @Test
  void leadingAndDoubleSlashesMakeNoFolders() throws Exception {
    assertThat(path("//a//{PatientID}")).isEqualTo("a/P1");
    assertThat(path("a\\{PatientID}")).isEqualTo("a/P1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "a/", "{PatientNumber}", "{}", "{PatientID", "PatientID}", "{a:x}"})
  void whatIsNoPatternIsRefused(String text) {
    assertThatThrownBy(() -> FilePattern.parse(text)).isInstanceOf(ExplainedException.class);
  }

  @Test
  void anEmptyPatternIsCalledOne() {
    assertThatThrownBy(() -> FilePattern.parse(" "))
        .hasMessageContaining("a name for the files is needed, such as {PatientID}");
  }

  private static String path(String pattern) throws Exception {
    return FilePattern.parse(pattern).path(file(), SOURCE);
  }

  private static DicomFile file() throws Exception {
    return file(Tag.PATIENT_ID, Vr.LO, "P1");
  }

  private static DicomFile file(Tag tag, Vr vr, String value) throws Exception {
    DataSet dataSet =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
            .with(Tag.SOP_INSTANCE_UID, Vr.UI, "1.2.3.4")
            .with(Tag.STUDY_DATE, Vr.DA, "20260102")
            .with(Tag.ACCESSION_NUMBER, Vr.SH, "")
            .with(Tag.STUDY_DESCRIPTION, Vr.LO, "Chest CT")
            .with(Tag.SERIES_DESCRIPTION, Vr.LO, "Lung")
            .with(Tag.SERIES_NUMBER, Vr.IS, "3")
            .with(Tag.INSTANCE_NUMBER, Vr.IS, "7")
            .with(tag, vr, value);
    return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_LITTLE);
  }
}
