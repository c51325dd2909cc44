package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;

class ColorsTest {
  private static final DataSet NOTHING = DataSet.empty(Encoding.EXPLICIT_LITTLE);

  @ParameterizedTest
  @ValueSource(strings = {"RGB", "YBR_ICT", "YBR_RCT"})
  void redGreenAndBlueStayAsTheyAre(String photometric) throws DicomException {
    assertThat(colors(photometric, 8, 1, 2, 3, 255, 254, 128)).containsExactly(0x010203, 0xFFFE80);
  }

  @Test
  void theHighest8BitsOfMoreAreShown() throws DicomException {
    assertThat(colors("RGB", 16, 0x1234, 0xFFFF, 0x00FF)).containsExactly(0x12FF00);
    assertThat(colors("RGB", 12, 0x123, 0xFFF, 0x00F)).containsExactly(0x12FF00);
  }

  @Test
  void fewerBitsAreSpreadOver8() throws DicomException {
    assertThat(colors("RGB", 4, 15, 0, 5)).containsExactly(0xFF0055);
  }

  /// Values of ITU-R BT.601 as in PS3.3 C.7.6.3.1.2.
  @ParameterizedTest
  @CsvSource({
    "YBR_FULL, 76, 85, 255, FE0000",
    "YBR_FULL_422, 76, 85, 255, FE0000",
    "YBR_FULL, 29, 255, 107, 0000FE",
    "YBR_FULL, 128, 128, 128, 808080",
    "YBR_FULL, 255, 0, 255, FFD01C",
    "YBR_PARTIAL_422, 235, 128, 128, FFFFFF",
    "YBR_PARTIAL_420, 16, 128, 128, 000000",
    "YBR_PARTIAL_420, 81, 90, 240, FE0000"
  })
  void luminanceAndChrominanceBecomeRedGreenAndBlue(
      String photometric, int y, int cb, int cr, String expected) throws DicomException {
    int color = colors(photometric, 8, y, cb, cr)[0];
    int wanted = Integer.parseInt(expected, 16);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(color >> shift & 0xFF)
          .as("%06x", color)
          .isBetween((wanted >> shift & 0xFF) - 1, (wanted >> shift & 0xFF) + 1);
    }
  }

  @Test
  void luminanceOf16BitsLooksLikeThatOf8() throws DicomException {
    assertThat(colors("YBR_FULL", 16, 76 << 8, 85 << 8, 255 << 8))
        .isEqualTo(colors("YBR_FULL", 8, 76, 85, 255));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ARGB", "CMYK", "HSV", "XYB"})
  void otherColoursAreRefused(String photometric) {
    assertThatThrownBy(() -> Colors.has(image(photometric, 8, 4, 1)))
        .isInstanceOf(DicomException.class)
        .hasMessage("colours in %s are not supported", photometric);
  }

  @ParameterizedTest
  @CsvSource({"MONOCHROME2, 3", "PALETTE COLOR, 3", "RGB, 1", "YBR_FULL, 4"})
  void samplesThatDoNotGoWithTheColoursAreRefused(String photometric, int samples) {
    assertThatThrownBy(() -> Colors.has(image(photometric, 8, samples, 1)))
        .isInstanceOf(DicomException.class)
        .hasMessage("%s does not go with %d samples a pixel", photometric, samples);
  }

  @Test
  void greyImagesHaveNoColours() throws DicomException {
    assertThat(Colors.has(image("MONOCHROME1", 16, 1, 1))).isFalse();
    assertThat(Colors.has(image("PALETTE COLOR", 8, 1, 1))).isTrue();
  }

  private static int[] colors(String photometric, int bits, int... samples) throws DicomException {
    short[] values = new short[samples.length];
    for (int i = 0; i < samples.length; i++) {
      values[i] = (short) samples[i];
    }
    ImagePixel image = image(photometric, bits, 3, samples.length / 3);
    return Colors.of(new Frame(image, new Samples.Shorts(values, false)), NOTHING);
  }

  private static ImagePixel image(String photometric, int bits, int samples, int columns) {
    int allocated = bits > 8 ? 16 : 8;
    return new ImagePixel(
        1, columns, samples, photometric, allocated, bits, bits - 1, false, false, false, 1);
  }
}
