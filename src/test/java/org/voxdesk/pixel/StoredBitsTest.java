package org.voxdesk.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.ThresholdPixels;

/// Frames whose words do not fit the Bits Stored that the file states.
class StoredBitsTest {
  private static final Layout TWELVE_SIGNED = new Layout(3, 1, 16, 12, 11, true);

  @Test
  void signBitsLeftOutAreFilledIn() throws Exception {
    assertThat(values(image((short) 0x0FFF, (short) 0x0800, (short) 5)))
        .containsExactly(-1.0, -2048.0, 5.0);
  }

  @Test
  void wordsThatAreSignExtendedAndBeyondBitsStoredAreTakenWhole() throws Exception {
    assertThat(values(image((short) 0x0FFF, (short) 0xF800, (short) 5)))
        .containsExactly(4095.0, -2048.0, 5.0);
  }

  @Test
  void wordsThatAreNoSignExtensionAreNoEvidence() throws Exception {
    assertThat(values(image((short) 0x0FFF, (short) 0x0800, (short) 0xF001)))
        .containsExactly(-1.0, -2048.0, 1.0);
  }

  @Test
  void whereAnOverlayIsInThePixelsOnlyTheStoredBitsCount() throws Exception {
    DataSet overlaid =
        image((short) 0x0FFF, (short) 0xF800, (short) 5)
            .with(new Tag(0x60000010), Vr.US, "1")
            .with(new Tag(0x60000102), Vr.US, "12");
    assertThat(values(overlaid)).containsExactly(-1.0, -2048.0, 5.0);
    DataSet apart =
        overlaid.with(
            DataElement.of(
                new Tag(0x60003000), Vr.OW, overlaid.encoding().order(), Value.Bytes.EMPTY));
    assertThat(values(apart)).containsExactly(4095.0, -2048.0, 5.0);
  }

  @Test
  void pixelsThatBelieBitsStoredAreNotChanged() throws Exception {
    var edit = new ThresholdPixels(0, 0, ThresholdPixels.Units.STORED);
    DataSet belied = image((short) 0x0FFF, (short) 0xF800, (short) 5);
    assertThatThrownBy(() -> edit.apply(Images.file(belied)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("more than the 12 bits");
    assertThat(values(edit.apply(Images.file(image((short) -1, (short) 3, (short) 5))).dataSet()))
        .containsExactly(0.0, 3.0, 5.0);
  }

  private static DataSet image(short... words) throws DicomException {
    return Images.grey(Encoding.EXPLICIT_LITTLE, TWELVE_SIGNED, words);
  }

  private static List<Double> values(DataSet dataSet) throws DicomException {
    Frame frame = new FrameReader().read(dataSet, TransferSyntax.EXPLICIT_LITTLE, 0);
    return List.of(frame.stored(0), frame.stored(1), frame.stored(2));
  }
}
