package org.voxdesk.edit.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.text.Sentence;

class RemainingRisksTest {
  private static final Tag BURNED_IN = Tag.of(0x0028, 0x0301);

  private final DataSet image;

  RemainingRisksTest() throws DicomException {
    image = Images.slice(0, 1);
  }

  private static List<String> risks(DataSet dataSet) {
    return RemainingRisks.of(Images.file(dataSet)).stream().map(Sentence::key).toList();
  }

  @Test
  void aPlainCtImageHasNone() {
    assertThat(risks(image)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "YES, CT, deid.burned.in",
    "NO, US, ",
    "'', US, deid.burned.in.likely",
    "'', XA, deid.burned.in.likely",
    "'', MR, "
  })
  void burnedInAnnotationIsToldWhereItIsSaidOrLikely(String said, String modality, String risk)
      throws Exception {
    DataSet stated = image.with(Tag.MODALITY, Vr.CS, modality).with(BURNED_IN, Vr.CS, said);
    assertThat(risks(stated)).isEqualTo(risk == null ? List.of() : List.of(risk));
  }

  @Test
  void secondaryCapturesAndScreensAreLikely() throws Exception {
    DataSet capture = image.with(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7.2");
    assertThat(risks(capture)).containsExactly("deid.burned.in.likely");
    assertThat(RemainingRisks.of(Images.file(capture)).getFirst().toString())
        .contains("Secondary Capture");
    DataSet screen = image.with(Tag.IMAGE_TYPE, Vr.CS, "DERIVED\\SECONDARY\\SCREEN SAVE");
    assertThat(risks(screen)).containsExactly("deid.burned.in.likely");
    assertThat(risks(screen.without(Tag.PIXEL_DATA))).isEmpty();
  }

  @Test
  void facesDocumentsContentAndOldOverlaysAreTold() throws Exception {
    DataSet item = DataSet.empty(Encoding.EXPLICIT_LITTLE);
    DataSet all =
        image
            .with(Tag.of(0x0028, 0x0302), Vr.CS, "YES")
            .with(Tag.of(0x6002, 0x0102), Vr.US, "12")
            .with(Tag.of(0x0042, 0x0011), Vr.OB, "0000")
            .with(Images.sequence(Tag.of(0x0040, 0xA730), item));
    assertThat(risks(all))
        .containsExactly(
            "deid.visual.features", "deid.overlay.bits", "deid.document", "deid.content");
  }
}
