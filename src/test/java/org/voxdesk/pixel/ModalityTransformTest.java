package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

class ModalityTransformTest {
  private static final DataSet EMPTY = DataSet.empty(Encoding.EXPLICIT_LITTLE);

  @Test
  void anImageThatStatesNoneKeepsItsStoredValues() throws DicomException {
    assertThat(ModalityTransform.of(EMPTY)).isEqualTo(ModalityTransform.IDENTITY);
    DataSet blank = EMPTY.with(Tag.RESCALE_SLOPE, Vr.DS, "").with(Tag.RESCALE_INTERCEPT, Vr.DS, "");
    assertThat(ModalityTransform.of(blank)).isEqualTo(ModalityTransform.IDENTITY);
  }

  @ParameterizedTest
  @CsvSource({"1, -1024, 1000, -24", "0.25, 10, 4, 11", "-2, 5, 3, -1"})
  void outputIsStoredTimesSlopePlusIntercept(
      String slope, String intercept, double stored, double output) throws DicomException {
    ModalityTransform transform =
        ModalityTransform.of(
            EMPTY
                .with(Tag.RESCALE_SLOPE, Vr.DS, slope)
                .with(Tag.RESCALE_INTERCEPT, Vr.DS, intercept));
    assertThat(transform.apply(stored)).isEqualTo(output);
    assertThat(transform.invert(output)).isEqualTo(stored);
  }

  @Test
  void theUnitIsTheRescaleTypeElseHounsfieldUnitsForCt() throws DicomException {
    DataSet ct = EMPTY.with(Tag.MODALITY, Vr.CS, "CT");
    assertThat(ModalityTransform.of(ct).unit()).as("nothing is rescaled").isEmpty();
    DataSet rescaled =
        ct.with(Tag.RESCALE_SLOPE, Vr.DS, "1").with(Tag.RESCALE_INTERCEPT, Vr.DS, "-1024");
    assertThat(ModalityTransform.of(rescaled).unit()).isEqualTo("HU");
    assertThat(ModalityTransform.of(EMPTY.with(Tag.MODALITY, Vr.CS, "MR")).unit()).isEmpty();
    assertThat(ModalityTransform.of(ct.with(Tag.RESCALE_TYPE, Vr.LO, "US")).unit()).isEmpty();
    assertThat(ModalityTransform.of(ct.with(Tag.RESCALE_TYPE, Vr.LO, "OD")).unit()).isEqualTo("OD");
  }

  @Test
  void aSlopeOfZeroIsRefused() throws DicomException {
    DataSet zero = EMPTY.with(Tag.RESCALE_SLOPE, Vr.DS, "0.0");
    assertThatThrownBy(() -> ModalityTransform.of(zero))
        .isInstanceOf(DicomException.class)
        .hasMessage("the rescale slope is 0");
  }

  @Test
  void aSlopeOrInterceptThatIsNoNumberIsRefused() throws DicomException {
    for (Tag tag : new Tag[] {Tag.RESCALE_SLOPE, Tag.RESCALE_INTERCEPT}) {
      DataSet text = EMPTY.with(tag, Vr.LO, "one");
      assertThatThrownBy(() -> ModalityTransform.of(text))
          .isInstanceOf(DicomException.class)
          .hasMessage(tag + " is not a number");
    }
  }

  @Test
  void windowsOfTheFileComeInItsOrderWithTheirExplanations() throws DicomException {
    DataSet dataSet =
        EMPTY
            .with(Tag.WINDOW_CENTER, Vr.DS, "-600\\40\\0")
            .with(Tag.WINDOW_WIDTH, Vr.DS, "1500\\400\\0.5")
            .with(Tag.WINDOW_EXPLANATION, Vr.LO, "LUNG");
    assertThat(FileWindow.of(dataSet))
        .containsExactly(
            new FileWindow(-600, 1500, VoiFunction.LINEAR, "LUNG"),
            new FileWindow(40, 400, VoiFunction.LINEAR, ""));
  }

  @Test
  void aWindowWithoutItsCentreOrWidthIsNoWindow() throws DicomException {
    assertThat(FileWindow.of(EMPTY)).isEmpty();
    assertThat(FileWindow.of(EMPTY.with(Tag.WINDOW_CENTER, Vr.DS, "40"))).isEmpty();
    DataSet oneCentre =
        EMPTY.with(Tag.WINDOW_CENTER, Vr.DS, "40").with(Tag.WINDOW_WIDTH, Vr.DS, "400\\80");
    assertThat(FileWindow.of(oneCentre))
        .containsExactly(new FileWindow(40, 400, VoiFunction.LINEAR, ""));
  }
}
