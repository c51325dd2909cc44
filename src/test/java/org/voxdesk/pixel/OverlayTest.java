package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;

class OverlayTest {
  private static final Encoding LITTLE = Encoding.EXPLICIT_LITTLE;
  private static final int GROUP = 0x6002;

  /// Two rows of three, marked in the first row at 0 and 2, in the second at 1.
  private static final byte[] CHECKS = {0b010_101, 0};

  @Test
  void theFirstPixelIsTheLeastSignificantBit() throws DicomException {
    assertMarks(overlay(2, 3, 1, 1, CHECKS), 0, "#.#. / .#.. / ....");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, .... / .#.# / ..#.",
    "0, 1, .#.. / .... / ....",
    "1, 0, .#.. / #... / ....",
    "3, 4, .... / .... / ...#",
    "-9, -9, .... / .... / ....",
    "900, 900, .... / .... / ....",
    "-32768, 32767, .... / .... / ...."
  })
  void theOriginMayLieAnywhere(int row, int column, String marks) throws DicomException {
    assertMarks(overlay(2, 3, row, column, CHECKS), 0, marks);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void framesFollowOneAnotherWithoutAGap(Encoding encoding) throws DicomException {
    // 18 pixels: frames of 6 with one mark each, at 1, 2 and 3.
    int bits = 1 << 1 | 1 << 8 | 1 << 15;
    DataSet dataSet =
        overlay(2, 3, 1, 1, CHECKS)
            .with(Images.words(Tag.of(GROUP, 0x3000), Vr.OW, encoding, bits, 0))
            .with(Tag.of(GROUP, 0x0015), Vr.IS, "3")
            .with(Tag.of(GROUP, 0x0051), Vr.US, "2");
    assertMarks(dataSet, 0, ".... / .... / ....");
    assertMarks(dataSet, 1, ".#.. / .... / ....");
    assertMarks(dataSet, 2, "..#. / .... / ....");
    assertMarks(dataSet, 3, ".... / #... / ....");
    assertMarks(dataSet, 4, ".... / .... / ....");
  }

  @Test
  void anOverlayOfOneFrameLiesOverAllUnlessItSaysWhichOne() throws DicomException {
    DataSet all = overlay(2, 3, 1, 1, CHECKS);
    assertMarks(all, 7, "#.#. / .#.. / ....");
    DataSet one = all.with(Tag.of(GROUP, 0x0051), Vr.US, "3");
    assertMarks(one, 2, "#.#. / .#.. / ....");
    assertMarks(one, 1, ".... / .... / ....");
  }

  @Test
  void groupsAreFoundByTheirRowsOrData() throws DicomException {
    assertThat(Overlay.groups(overlay(2, 3, 1, 1, CHECKS))).containsExactly(GROUP);
    assertThat(Overlay.groups(DataSet.empty(LITTLE))).isEmpty();
  }

  @Test
  void overlaysThatContradictThemselvesAreRefused() throws DicomException {
    assertRefused(overlay(0, 3, 1, 1, CHECKS), "(6002,0010) is 0");
    assertRefused(overlay(9, 9, 1, 1, CHECKS), "(6002,3000) has 2 bytes where 11 are needed");
    assertRefused(overlay(65535, 65535, 1, 1, CHECKS), "a frame of 65535 × 65535 pixels");
    DataSet good = overlay(2, 3, 1, 1, CHECKS);
    assertRefused(good.with(Tag.of(GROUP, 0x0015), Vr.IS, "0"), "(6002,0015) is 0");
    DataSet many =
        good.with(Tag.of(GROUP, 0x0015), Vr.IS, "2147483647")
            .with(Tag.of(GROUP, 0x0051), Vr.US, "1");
    assertThatThrownBy(() -> marks(many, 2147483646)).hasMessageContaining("has 2 bytes where");
  }

  @ParameterizedTest
  @EnumSource(names = {"EXPLICIT_LITTLE", "EXPLICIT_BIG"})
  void anOverlayInUnusedBitsOfThePixelsIsFound(Encoding encoding) throws DicomException {
    DataSet dataSet =
        Images.grey(
                encoding,
                new Layout(2, 2, 16, 12, 11, false),
                (short) 0x8FFF,
                (short) 0x1000,
                (short) 0xF001,
                (short) 0x7000)
            .with(Tag.of(GROUP, 0x0010), Vr.US, "2")
            .with(Tag.of(GROUP, 0x0011), Vr.US, "2")
            .with(Tag.of(GROUP, 0x0100), Vr.US, "16")
            .with(Tag.of(GROUP, 0x0102), Vr.US, "15");
    assertThat(Overlay.of(dataSet, GROUP).isEmbedded(dataSet)).isTrue();
    assertThat(embedded(dataSet)).containsExactly(1, 0, 1, 0);
    DataSet lower = dataSet.with(Tag.of(GROUP, 0x0102), Vr.US, "12");
    assertThat(embedded(lower)).containsExactly(0, 1, 1, 1);
  }

  @ParameterizedTest
  @CsvSource({"11", "0", "16", "-1"})
  void aBitOfTheValueOrNoneAtAllHoldsNoOverlay(int bit) throws DicomException {
    DataSet dataSet =
        Images.grey(LITTLE, new Layout(1, 1, 16, 12, 11, false), (short) 0)
            .with(Tag.of(GROUP, 0x0102), Vr.SS, Integer.toString(bit));
    assertThatThrownBy(() -> embedded(dataSet))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("(6002,0102) names no unused bit");
  }

  private static byte[] embedded(DataSet dataSet) throws DicomException {
    ImagePixel image = ImagePixel.of(dataSet);
    byte[] marks = new byte[image.rows() * image.columns()];
    EmbeddedOverlay.mark(dataSet, GROUP, 0, marks);
    return marks;
  }

  private static void assertRefused(DataSet dataSet, String reason) {
    assertThatThrownBy(() -> marks(dataSet, 0))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining(reason);
  }

  private static void assertMarks(DataSet dataSet, int frame, String expected)
      throws DicomException {
    byte[] marks = marks(dataSet, frame);
    var drawn = new StringBuilder();
    for (int at = 0; at < marks.length; at++) {
      drawn.append(at > 0 && at % 4 == 0 ? " / " : "").append(marks[at] == 0 ? '.' : '#');
    }
    assertThat(drawn).hasToString(expected);
  }

  /// Over an image of three rows of four.
  private static byte[] marks(DataSet dataSet, int frame) throws DicomException {
    byte[] marks = new byte[12];
    Overlay.of(dataSet, GROUP).mark(dataSet, frame, marks, 3, 4);
    return marks;
  }

  private static DataSet overlay(int rows, int columns, int row, int column, byte[] data)
      throws DicomException {
    return DataSet.empty(LITTLE)
        .with(Tag.of(GROUP, 0x0010), Vr.US, Integer.toString(rows))
        .with(Tag.of(GROUP, 0x0011), Vr.US, Integer.toString(columns))
        .with(Tag.of(GROUP, 0x0050), Vr.SS, row + "\\" + column)
        .with(
            DataElement.of(
                Tag.of(GROUP, 0x3000), Vr.OB, LITTLE.order(), new Value.Bytes(data.clone())));
  }
}
