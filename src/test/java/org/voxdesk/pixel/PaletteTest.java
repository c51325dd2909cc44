package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

class PaletteTest {
  private static final Encoding LITTLE = Encoding.EXPLICIT_LITTLE;

  @Test
  void entriesOf16BitsAreBroughtTo8() throws DicomException {
    Palette palette = Palette.of(palette(2, 0, 16, 0x1201, 0x12FF, 0xFF00));
    assertThat(palette.rgb(0)).isEqualTo(0x121212);
    assertThat(palette.rgb(1)).isEqualTo(0xFFFFFF);
  }

  @Test
  void entriesThatAreSaidToHave16BitsButHold8AreTakenAsTheyAre() throws DicomException {
    assertThat(Palette.of(palette(2, 0, 16, 0x1201, 7, 255)).rgb(1)).isEqualTo(0xFFFFFF);
  }

  @Test
  void entriesOf8BitsArePackedOrInWordsOfTheirOwn() throws DicomException {
    assertThat(Palette.of(palette(4, 0, 8, 0x1201, 0x0201, 0x0403)).rgb(2)).isEqualTo(0x030303);
    assertThat(Palette.of(palette(2, 0, 8, 0x1201, 9, 250)).rgb(1)).isEqualTo(0xFAFAFA);
  }

  @Test
  void indicesOutsideThePaletteGetItsFirstOrLastColour() throws DicomException {
    Palette palette = Palette.of(palette(2, 10, 8, 0x1201, 1, 2));
    assertThat(palette.rgb(0)).isEqualTo(0x010101);
    assertThat(palette.rgb(200)).isEqualTo(0x020202);
  }

  @Test
  void theFirstIndexHasTheSignOfThePixels() throws DicomException {
    DataSet dataSet = palette(2, -1, 8, 0x1201, 1, 2).with(Tag.PIXEL_REPRESENTATION, Vr.US, "1");
    assertThat(Palette.of(dataSet).rgb(-1)).isEqualTo(0x010101);
    assertThat(Palette.of(dataSet).rgb(0)).isEqualTo(0x020202);
  }

  @Test
  void eachColourHasItsOwnTable() throws DicomException {
    DataSet dataSet =
        palette(1, 0, 8, 0x1201, 0x10)
            .with(Images.words(Tag.of(0x0028, 0x1202), Vr.OW, LITTLE, 0x20))
            .with(Images.words(Tag.of(0x0028, 0x1203), Vr.OW, LITTLE, 0x30));
    assertThat(Palette.of(dataSet).rgb(0)).isEqualTo(0x102030);
  }

  /// Two entries as they are, a line of four to 900, the first segment again, its line from there.
  @Test
  void segmentsAreExpanded() throws DicomException {
    int[] segments = {0, 2, 100, 500, 1, 4, 900, 2, 2, 0, 0};
    DataElement data = Images.words(Tag.of(0x0028, 0x1221), Vr.OW, LITTLE, segments);
    var descriptor = new LookupDescriptor(12, 0, 16);
    assertThat(new PaletteSegments(descriptor, data).expand())
        .containsExactly(100, 500, 600, 700, 800, 900, 100, 500, 600, 700, 800, 900);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void segmentsOf8BitsHaveOffsetsOfFourBytes(Encoding encoding) throws DicomException {
    byte[] bytes = {0, 1, 7, 0, 2, 100, (byte) 200, 2, 1, 3, 0, 0, 0, 0};
    if (encoding == Encoding.EXPLICIT_BIG) {
      for (int i = 0; i < bytes.length; i += 2) {
        byte even = bytes[i];
        bytes[i] = bytes[i + 1];
        bytes[i + 1] = even;
      }
    }
    DataElement data =
        DataElement.of(Tag.of(0x0028, 0x1221), Vr.OW, encoding.order(), new Value.Bytes(bytes));
    assertThat(new PaletteSegments(new LookupDescriptor(5, 0, 8), data).expand())
        .containsExactly(7, 100, 200, 100, 200);
  }

  @Test
  void aSegmentedPaletteColoursAnImage() throws DicomException {
    Palette palette = Palette.of(palette(256, 0, 16, 0x1221, 0, 1, 0, 1, 255, 0xFF00));
    assertThat(palette.rgb(0)).isZero();
    assertThat(palette.rgb(128)).isEqualTo(0x808080);
    assertThat(palette.rgb(255)).isEqualTo(0xFFFFFF);
  }

  @Test
  void segmentsThatMakeNoSenseAreRefused() {
    assertRefused(2, 1, 4, 900); // a line from nowhere
    assertRefused(4, 0, 2, 5, 6); // too few entries
    assertRefused(4, 0, 65535, 5); // beyond the data
    assertRefused(4, 7, 1, 1); // no such opcode
    assertRefused(4, 0, 0); // nothing
    assertRefused(4, 2, 1, 8, 0); // an indirect one that leads out of the data
    assertRefused(4, 2, 1, 0, 0); // to itself
    assertRefused(4, 2, 1, 0xFFFF, 0xFFFF);
  }

  @Test
  void noSegmentsWhateverTheyAreDoHarm() {
    var random = new SplittableRandom(3);
    for (int round = 0; round < 5000; round++) {
      int bits = random.nextBoolean() ? 8 : 16;
      int[] words = random.ints(random.nextInt(60), 0, 5).toArray();
      DataElement data = Images.words(Tag.of(0x0028, 0x1221), Vr.OW, LITTLE, words);
      var descriptor = new LookupDescriptor(random.nextInt(1, 300), 0, bits);
      try {
        assertThat(new PaletteSegments(descriptor, data).expand()).hasSize(descriptor.entries());
      } catch (DicomException senseless) {
        assertThat(senseless).hasMessageContaining("makes no sense");
      }
    }
  }

  @Test
  void aPaletteThatIsNotThereIsRefused() throws DicomException {
    DataSet none = DataSet.empty(LITTLE);
    assertThatThrownBy(() -> Palette.of(none)).hasMessageContaining("(0028,1101) should give");
    DataSet cut = palette(256, 0, 16, 0x1201, 1, 2, 3);
    assertThatThrownBy(() -> Palette.of(cut)).hasMessageContaining("where 512 are needed");
  }

  private static void assertRefused(int count, int... segments) {
    DataSet dataSet = palette(count, 0, 16, 0x1221, segments);
    assertThatThrownBy(() -> Palette.of(dataSet))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("makes no sense from byte");
  }

  /// The same table for every colour, from element `element` on.
  private static DataSet palette(int count, int first, int bits, int element, int... words) {
    DataSet dataSet = DataSet.empty(LITTLE);
    for (int channel = 0; channel < 3; channel++) {
      dataSet =
          dataSet
              .with(
                  Images.words(Tag.of(0x0028, 0x1101 + channel), Vr.US, LITTLE, count, first, bits))
              .with(Images.words(Tag.of(0x0028, element + channel), Vr.OW, LITTLE, words));
    }
    return dataSet;
  }
}
