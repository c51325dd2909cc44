package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

class VoiLutTest {
  private static final DataSet EMPTY = DataSet.empty(Encoding.EXPLICIT_LITTLE);

  @Test
  void brightnessIsTheShareOfAllBits() throws DicomException {
    VoiLut lut = lut(Images.lut(4, 100, 12, 0, 4095, 2048, 5000), false, 0);
    assertThat(lut.brightness(-1)).isZero();
    assertThat(lut.brightness(101)).isEqualTo(1);
    assertThat(lut.brightness(101.6)).isCloseTo(2048 / 4095.0, within(1e-12));
    assertThat(lut.brightness(900)).isEqualTo(1);
    assertThat(lut.explanation()).isEmpty();
  }

  @Test
  void theFirstValueIsNegativeWhereOutputsCanBe() throws DicomException {
    DataSet item = Images.lut(2, -1000, 8, 0, 255);
    assertThat(lut(item, true, 0).table().first()).isEqualTo(-1000);
    assertThat(lut(item, false, -1024).table().first()).isEqualTo(-1000);
    assertThat(lut(item, false, 0).table().first()).isEqualTo(64536);
  }

  @Test
  void aTableWithTooLittleDataIsRefused() {
    assertThatThrownBy(() -> lut(Images.lut(400, 0, 16, 1, 2), false, 0))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("where 800 are needed");
  }

  @ParameterizedTest
  @CsvSource({"LINEAR, LINEAR", "LINEAR_EXACT, LINEAR_EXACT", "SIGMOID, SIGMOID", "CUBIC, LINEAR"})
  void windowsOfTheFileHaveItsFunction(String term, VoiFunction function) throws DicomException {
    assertThat(FileWindow.of(windows(term, "400")))
        .containsExactly(new FileWindow(40, 400, function, ""));
  }

  @Test
  void onlyALinearWindowHasToBeOneWide() throws DicomException {
    assertThat(FileWindow.of(windows("LINEAR", "0.25"))).isEmpty();
    assertThat(FileWindow.of(windows("LINEAR_EXACT", "0.25"))).hasSize(1);
    assertThat(FileWindow.of(windows("SIGMOID", "0"))).isEmpty();
  }

  private static DataSet windows(String function, String width) throws DicomException {
    return EMPTY
        .with(Tag.WINDOW_CENTER, Vr.DS, "40")
        .with(Tag.WINDOW_WIDTH, Vr.DS, width)
        .with(Tag.of(0x0028, 0x1056), Vr.CS, function);
  }

  private static VoiLut lut(DataSet item, boolean signed, double intercept) throws DicomException {
    DataSet image =
        Images.grey(Encoding.EXPLICIT_LITTLE, new Layout(1, 1, 16, 12, 11, signed), (short) 0);
    return VoiLut.of(item, ImagePixel.of(image), new ModalityTransform(1, intercept, ""));
  }
}
