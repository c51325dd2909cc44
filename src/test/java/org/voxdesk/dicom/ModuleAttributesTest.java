package org.voxdesk.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.TestData;
import org.voxdesk.dicom.ModuleAttributes.Missing;
import org.voxdesk.dicom.ModuleAttributes.What;
import org.voxdesk.io.DicomReader;

class ModuleAttributesTest {
  private static final String CT = Uids.CT_IMAGE_STORAGE;
  private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";
  private static final String STRUCTURED_REPORT = "1.2.840.10008.5.1.4.1.1.88.11";

  @Test
  void everyRowOfTheTableIsOfTheDictionaryAndOfAKnownType() {
    for (String[] row : DictionaryTable.rows("modules.tsv")) {
      Tag tag = new Tag(Integer.parseUnsignedInt(row[1], 16));
      assertThat(Dictionary.standard().entry(tag)).as(row[1]).isPresent();
      assertThat(row[2]).isIn("1", "1C", "2", "2C");
      assertThat(row[3].isEmpty()).as(row[1]).isEqualTo(!row[2].endsWith("C"));
    }
    assertThat(DictionaryTable.rows("modules.tsv").stream().map(row -> row[3]))
        .containsAll(ModuleCondition.names());
  }

  @Test
  void whatIsDemandedOfAnImageInThePatientIsMissingWhereNothingIsThere() throws Exception {
    List<Missing> missing = ModuleAttributes.of(of(CT));
    assertThat(missing)
        .contains(
            new Missing(Tag.PATIENT_NAME, "Patient", "2", What.MISSING),
            new Missing(Tag.PATIENT_POSITION, "General Series", "2C", What.MISSING),
            new Missing(Tag.FRAME_OF_REFERENCE_UID, "Frame of Reference", "1", What.MISSING),
            new Missing(Tag.IMAGE_POSITION_PATIENT, "Image Plane", "1", What.MISSING),
            new Missing(Tag.RESCALE_SLOPE, "CT Image", "1C", What.MISSING),
            new Missing(Tag.KVP, "CT Image", "2", What.MISSING));
    assertThat(missing.stream().map(Missing::tag))
        .doesNotHaveDuplicates()
        .doesNotContain(Tag.PLANAR_CONFIGURATION, Tag.SPECIFIC_CHARACTER_SET, Tag.WINDOW_WIDTH);
  }

  @Test
  void anEmptyValueIsEnoughForType2AndNotForType1() throws Exception {
    DataSet dataSet =
        of(CT).with(Tag.PATIENT_NAME, Vr.PN, "").with(Tag.STUDY_INSTANCE_UID, Vr.UI, "");
    assertThat(ModuleAttributes.of(dataSet))
        .contains(new Missing(Tag.STUDY_INSTANCE_UID, "General Study", "1", What.EMPTY))
        .noneMatch(m -> m.tag().equals(Tag.PATIENT_NAME));
  }

  @Test
  void aNumberOfZeroIsAValue() throws Exception {
    DataSet dataSet = of(CT).with(Tag.PIXEL_REPRESENTATION, Vr.US, "0");
    assertThat(ModuleAttributes.of(dataSet))
        .noneMatch(m -> m.tag().equals(Tag.PIXEL_REPRESENTATION));
  }

  @Test
  void otherImagesNeedNoPlaneButAnOrientation() throws Exception {
    assertThat(ModuleAttributes.of(of(SECONDARY_CAPTURE)).stream().map(Missing::tag))
        .contains(new Tag(0x00200020), Tag.ROWS)
        .doesNotContain(Tag.IMAGE_POSITION_PATIENT, Tag.FRAME_OF_REFERENCE_UID, Tag.KVP)
        .as("the equipment of secondary capture may be unknown")
        .doesNotContain(Tag.MANUFACTURER);
  }

  @Test
  void whatIsNoImageNeedsNoPixels() throws Exception {
    assertThat(ModuleAttributes.of(of(STRUCTURED_REPORT)).stream().map(Missing::tag))
        .contains(Tag.PATIENT_ID, Tag.MODALITY)
        .doesNotContain(Tag.ROWS, Tag.INSTANCE_NUMBER);
  }

  @Test
  void aDirectoryLacksNothing() {
    DataSet directory =
        DataSet.empty(Encoding.EXPLICIT_LITTLE)
            .with(
                DataElement.of(
                    Tag.DIRECTORY_RECORD_SEQUENCE,
                    Vr.SQ,
                    Encoding.EXPLICIT_LITTLE.order(),
                    new Value.Items(List.of())));
    assertThat(ModuleAttributes.of(directory)).isEmpty();
  }

  @Test
  void theDataSetDecidesWhatConditionsSay() throws Exception {
    DataSet dataSet =
        of(CT)
            .with(Tag.SAMPLES_PER_PIXEL, Vr.US, "3")
            .with(Tag.WINDOW_CENTER, Vr.DS, "40")
            .with(Tag.LOSSY_IMAGE_COMPRESSION, Vr.CS, "01")
            .inheriting(CharacterSet.UTF_8)
            .with(Tag.PATIENT_NAME, Vr.PN, "Müller");
    assertThat(ModuleAttributes.of(dataSet).stream().map(Missing::tag))
        .contains(
            Tag.PLANAR_CONFIGURATION,
            Tag.WINDOW_WIDTH,
            new Tag(0x00282112),
            Tag.SPECIFIC_CHARACTER_SET);
  }

  /// What dciodvfy reports of these files, too.
  @ParameterizedTest
  @CsvSource({
    "codec/ct_explicit_le.dcm, AcquisitionNumber",
    "conformance/pydicom/test_files/CT_small.dcm, ''",
    "conformance/pydicom/test_files/MR_small.dcm, ''"
  })
  void realFilesLackWhatAnotherValidatorSays(String file, String keywords) throws Exception {
    DataSet dataSet = DicomReader.read(TestData.data(file)).dataSet();
    assertThat(
            ModuleAttributes.of(dataSet).stream()
                .map(m -> Dictionary.standard().keyword(m.tag()))
                .collect(Collectors.joining(" ")))
        .isEqualTo(keywords);
  }

  private static DataSet of(String sopClass) throws DicomException {
    return DataSet.empty(Encoding.EXPLICIT_LITTLE).with(Tag.SOP_CLASS_UID, Vr.UI, sopClass);
  }
}
