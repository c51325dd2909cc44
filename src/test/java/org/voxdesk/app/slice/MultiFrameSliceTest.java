package org.voxdesk.app.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.voxdesk.EnhancedImages;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.ThresholdPixels;
import org.voxdesk.edit.ThresholdPixels.Units;
import org.voxdesk.export.PixelArray;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Lps;

/// What functional groups say of a frame holds wherever the frame is shown, edited or exported.
class MultiFrameSliceTest {
  @Test
  void eachFrameHasItsOwnPlaceAndValues() throws Exception {
    Instance image = image(EnhancedImages.frame(4, "2", "0"), EnhancedImages.frame(0, "1", "-10"));
    LoadedSlice first = SliceLoader.load(image, 0);
    LoadedSlice second = SliceLoader.load(image, 1);
    assertThat(first.value(0, 0)).isEqualTo(20);
    assertThat(second.value(0, 0)).isEqualTo(10);
    assertThat(first.place().orElseThrow().position(0)).isEqualTo(new Lps(1, 2, 4));
    assertThat(second.place().orElseThrow().position(0)).isEqualTo(new Lps(1, 2, 0));
    assertThat(second.pixels().columnMm()).isEqualTo(0.25);
    assertThat(second.instance())
        .as("the image itself, which is what edits go to")
        .isEqualTo(image);
  }

  @Test
  void anArrayOfRescaledValuesHasThoseOfEachFrame() throws Exception {
    DicomFile file =
        image(EnhancedImages.frame(4, "2", "0"), EnhancedImages.frame(0, "1", "-10")).file();
    var bytes = new ByteArrayOutputStream();
    PixelArray.rescaled(file).writeValues(bytes, Progress.NONE);
    ByteBuffer values = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(values.getInt(0)).isEqualTo(20);
    assertThat(values.getInt(4 * Integer.BYTES)).isEqualTo(10);
  }

  @Test
  void aThresholdInOutputUnitsGoesByTheGroupsOrIsRefused() throws Exception {
    DicomFile alike =
        image(EnhancedImages.frame(0, "1", "-10"), EnhancedImages.frame(2, "1", "-10")).file();
    DicomFile changed = new ThresholdPixels(5, -10, Units.OUTPUT).apply(alike);
    Instance after = new Instance(Path.of("a.dcm"), changed);
    assertThat(SliceLoader.load(after, 0).value(0, 0)).as("0 is below 5").isEqualTo(-10);
    assertThat(SliceLoader.load(after, 1).value(0, 0)).as("10 is not").isEqualTo(10);
    DicomFile different =
        image(EnhancedImages.frame(0, "1", "-10"), EnhancedImages.frame(2, "2", "0")).file();
    assertThatThrownBy(() -> new ThresholdPixels(5, -10, Units.OUTPUT).apply(different))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("each in its own way");
  }

  private static Instance image(DataSet... frames) throws DicomException {
    return new Instance(Path.of("a.dcm"), Images.file(EnhancedImages.of(frames)));
  }
}
