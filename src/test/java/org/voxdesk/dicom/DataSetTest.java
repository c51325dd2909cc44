package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataSetTest {
  private static final DataSet EMPTY = DataSet.empty(Encoding.EXPLICIT_LITTLE);

  @Test
  void keepsItsElementsInTheOrderOfTheirTagsAndNeverChanges() throws DicomException {
    DataSet one = EMPTY.with(Tag.PATIENT_ID, Vr.LO, "1");
    DataSet two = one.with(Tag.MODALITY, Vr.CS, "CT").with(Tag.PATIENT_NAME, Vr.PN, "A");
    assertThat(two.elements().stream().map(DataElement::tag))
        .containsExactly(Tag.MODALITY, Tag.PATIENT_NAME, Tag.PATIENT_ID);
    assertThat(one.elements()).hasSize(1);
    assertThat(two.without(Tag.PATIENT_NAME).contains(Tag.PATIENT_NAME)).isFalse();
    assertThat(two.contains(Tag.PATIENT_NAME)).isTrue();
  }

  @Test
  void tagsAreOrderedAsUnsignedNumbers() throws DicomException {
    DataSet dataSet = EMPTY.with(Tag.DATA_SET_TRAILING_PADDING, Vr.OB, "00");
    assertThat(dataSet.with(Tag.PIXEL_DATA, Vr.OW, "0000").elements().getFirst().tag())
        .isEqualTo(Tag.PIXEL_DATA);
    assertThat(new Tag(0xFFFCFFFC)).isGreaterThan(new Tag(0x7FE00010));
  }

  @Test
  void findsAndReplacesTheFirstOfDuplicatesAmongElementsOutOfOrder() throws DicomException {
    DataSet odd =
        DataSet.of(
            Encoding.EXPLICIT_LITTLE,
            List.of(
                text(Tag.PATIENT_ID, "first"),
                text(Tag.PATIENT_NAME, "name"),
                text(Tag.PATIENT_ID, "second")),
            new byte[0]);
    assertThat(odd.text(Tag.PATIENT_ID)).contains("first");
    DataSet changed = odd.with(Tag.PATIENT_ID, Vr.LO, "new");
    assertThat(changed.elements().stream().map(e -> ValueText.display(e, CharacterSet.DEFAULT)))
        .containsExactly("new", "name", "second");
    assertThat(odd.without(Tag.PATIENT_ID).elements()).hasSize(1);
  }

  @Test
  void settingWhatIsThereAlreadyOrDeletingWhatIsAbsentGivesTheSameDataSet() throws DicomException {
    DataSet dataSet = EMPTY.with(Tag.PATIENT_ID, Vr.LO, "odd");
    assertThat(dataSet.with(Tag.PATIENT_ID, Vr.LO, "odd")).isSameAs(dataSet);
    assertThat(dataSet.without(Tag.PATIENT_NAME)).isSameAs(dataSet);
    assertThat(dataSet.with(Tag.PATIENT_ID, Vr.SH, "odd")).isNotSameAs(dataSet);
  }

  @Test
  void aSequenceIsAddedWithoutItemsAndNeverEmptiedByText() throws DicomException {
    Tag sequence = new Tag(0x00101002);
    DataSet dataSet = EMPTY.with(sequence, Vr.SQ, "");
    assertThat(dataSet.get(sequence).map(DataElement::value)).contains(new Value.Items(List.of()));
    var item = new Value.Item(EMPTY.with(Tag.PATIENT_ID, Vr.LO, "1"), Framing.NONE);
    DataElement filled =
        dataSet.get(sequence).orElseThrow().withValue(new Value.Items(List.of(item)));
    assertThat(dataSet.with(filled).with(sequence, Vr.SQ, "").items(sequence)).hasSize(1);
  }

  @Test
  void nonAsciiTextWithoutADeclaredCharacterSetIsRefusedInOneSentence() {
    assertThatThrownBy(() -> EMPTY.with(Tag.PATIENT_NAME, Vr.PN, "Äneas"))
        .isInstanceOf(DicomException.class)
        .hasMessage(
            "(0010,0010) has characters that the character set of the data set (ISO_IR 6) lacks; ISO_IR 192 has them all");
  }

  @Test
  void readsNumbersOfTextAndBinaryVrs() throws DicomException {
    DataSet dataSet =
        EMPTY
            .with(Tag.PIXEL_SPACING, Vr.DS, " 0.5 \\1e-1")
            .with(Tag.ROWS, Vr.US, "65535")
            .with(Tag.INSTANCE_NUMBER, Vr.IS, "-7 ")
            .with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-2000")
            .with(new Tag(0x00189073), Vr.FD, "2.5")
            .with(Tag.PATIENT_ID, Vr.LO, "12a");
    assertThat(dataSet.numbers(Tag.PIXEL_SPACING)).containsExactly(0.5, 0.1);
    assertThat(dataSet.integer(Tag.ROWS)).hasValue(65535);
    assertThat(dataSet.integer(Tag.INSTANCE_NUMBER)).hasValue(-7);
    assertThat(dataSet.number(Tag.PIXEL_PADDING_VALUE)).hasValue(-2000);
    assertThat(dataSet.number(new Tag(0x00189073))).hasValue(2.5);
    assertThat(dataSet.integer(new Tag(0x00189073))).isEmpty();
    assertThat(dataSet.number(Tag.PATIENT_ID)).isEmpty();
    assertThat(dataSet.numbers(Tag.COLUMNS)).isEmpty();
  }

  @Test
  void oneBadNumberMakesAllOfThemUnknown() {
    for (String text : List.of("1\\x", "1\\", "NaN", "1e999", "0x10", "1.0f")) {
      assertThat(EMPTY.with(text(Tag.PIXEL_SPACING, text)).numbers(Tag.PIXEL_SPACING))
          .as(text)
          .isEmpty();
    }
  }

  @Test
  void aPathLeadsThroughItemsAndBack() throws DicomException {
    TagPath path = TagPath.parse("OtherPatientIDsSequence[0].PatientID").orElseThrow();
    assertThat(path).hasToString("OtherPatientIDsSequence[0].PatientID");
    assertThat(TagPath.parse("(0010,1002)[0].(0010,0020)")).contains(path);
    assertThat(TagPath.parse("OtherPatientIDsSequence.PatientID")).isEmpty();
    assertThat(TagPath.parse("OtherPatientIDsSequence[x].PatientID")).isEmpty();
    assertThat(TagPath.parse("")).isEmpty();
    assertThatThrownBy(() -> path.change(EMPTY, item -> item))
        .isInstanceOf(DicomException.class)
        .hasMessage("there is no OtherPatientIDsSequence[0]");
  }

  private static DataElement text(Tag tag, String text) {
    return DataElement.of(
        tag,
        Dictionary.standard().vr(tag),
        Encoding.EXPLICIT_LITTLE.order(),
        new Value.Bytes(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
