package org.voxdesk.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;

class SetValueTest {
  private final DicomFile file;

  SetValueTest() throws Exception {
    file = DicomReader.read(Images.bytes(Images.slice(0, 1)));
  }

  @Test
  void setsAddsAndDeletesWithoutTouchingTheOldFile() throws Exception {
    DicomFile set = new SetValue(TagPath.of(Tag.PATIENT_ID), Vr.LO, "P2").apply(file);
    DicomFile added = new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "A^B").apply(set);
    DicomFile deleted = new DeleteElement(TagPath.of(Tag.PATIENT_NAME)).apply(added);
    assertThat(set.dataSet().text(Tag.PATIENT_ID)).contains("P2");
    assertThat(added.dataSet().text(Tag.PATIENT_NAME)).contains("A^B");
    assertThat(DicomWriter.bytes(deleted)).isEqualTo(DicomWriter.bytes(set));
    assertThat(file.dataSet().text(Tag.PATIENT_ID)).contains("P1");
  }

  @Test
  void anElementOfTheMetaHeaderIsChangedThereWithItsGroupLength() throws Exception {
    TagPath path = TagPath.of(Tag.IMPLEMENTATION_VERSION_NAME);
    DicomFile edited = new SetValue(path, Vr.SH, "LONGER THAN IT").apply(file);
    DicomFile again = DicomReader.read(DicomWriter.bytes(edited));
    assertThat(again.meta().text(path.tag())).contains("LONGER THAN IT");
    assertThat(again.meta().integer(Tag.META_GROUP_LENGTH).orElseThrow())
        .isEqualTo(
            file.meta().integer(Tag.META_GROUP_LENGTH).orElseThrow()
                + (int) again.meta().get(path.tag()).orElseThrow().length()
                - (int) file.meta().get(path.tag()).orElseThrow().length());
    assertThat(again.dataSet().contains(path.tag())).isFalse();
  }

  @Test
  void aValueThatTheVrForbidsIsRefusedInOneSentence() {
    assertRefused(
        new SetValue(TagPath.of(Tag.STUDY_DATE), Vr.DA, "20230229"),
        "(0008,0020) DA does not allow “20230229”: a date is a real day written YYYYMMDD");
    assertRefused(
        new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "Äneas"),
        "(0010,0010) has characters that the character set of the data set (ISO_IR 6) lacks; ISO_IR 192 has them all");
    assertRefused(
        new SetValue(TagPath.of(Tag.ROWS), Vr.US, "1\\"),
        "(0028,0010) US does not allow “”: a whole number is wanted");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xFFFEE000, 0xFFFEE0DD, 0xFFFFFFFF, 0x00000002, 0x00010010, 0x00070000})
  void aTagThatIsNoElementIsRefused(int tag) {
    assertRefused(
        new SetValue(TagPath.of(new Tag(tag)), Vr.LO, "x"),
        new Tag(tag) + " cannot be an element here");
  }

  @Test
  void metaInformationInsideASequenceIsRefused() {
    TagPath path = TagPath.of(new Tag(0x00101002)).child(0, Tag.TRANSFER_SYNTAX_UID);
    assertRefused(new SetValue(path, Vr.UI, "1.2"), "(0002,0010) cannot be an element here");
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.840.10008.1.2",
    "1.2.840.10008.1.2.2",
    "1.2.840.10008.1.2.1.99",
    "1.2.840.10008.1.2.4.70",
    "1.2.3"
  })
  void aTransferSyntaxThatTheDataSetIsNotInIsRefused(String uid) {
    var edit = new SetValue(TagPath.of(Tag.TRANSFER_SYNTAX_UID), Vr.UI, uid);
    assertThatThrownBy(() -> edit.apply(file))
        .isInstanceOf(DicomException.class)
        .hasMessageStartingWith("the data set is encoded in Explicit VR Little Endian; declaring ");
    assertRefused(
        new DeleteElement(TagPath.of(Tag.TRANSFER_SYNTAX_UID)),
        "the transfer syntax says how the file is to be read and cannot be deleted");
  }

  @Test
  void aWronglyDeclaredTransferSyntaxCanBeMended() throws Exception {
    DataSet implicit = DataSet.empty(Encoding.IMPLICIT_LITTLE).with(Tag.MODALITY, Vr.CS, "CT");
    byte[] bytes = DicomWriter.bytes(file.withDataSet(implicit));
    DicomFile wrong = DicomReader.read(bytes);
    assertThat(wrong.problems()).hasSize(1);
    var edit = new SetValue(TagPath.of(Tag.TRANSFER_SYNTAX_UID), Vr.UI, "1.2.840.10008.1.2");
    DicomFile mended = DicomReader.read(DicomWriter.bytes(edit.apply(wrong)));
    assertThat(mended.problems()).isEmpty();
    assertThat(mended.dataSet().text(Tag.MODALITY)).contains("CT");
  }

  private void assertRefused(Edit edit, String sentence) {
    assertThatThrownBy(() -> edit.apply(file))
        .isInstanceOf(DicomException.class)
        .hasMessage(sentence);
  }
}
