package org.voxdesk.app.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.app.SmallSeries;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.render.Threshold;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;

final class VoxelRangeTest {
  private static final Threshold EVERYTHING_LOW = Threshold.below(1e6);

  @Test
  void aSliceThatCannotBeReadIsInNoRange() throws Exception {
    DataSet unreadable = SmallSeries.slice(1).dataSet().with(Tag.RESCALE_SLOPE, Vr.DS, "0");
    Volume volume =
        volume(SmallSeries.slice(0).dataSet(), unreadable, SmallSeries.slice(2).dataSet());
    var range = new VoxelRange(volume, 1, EVERYTHING_LOW);
    assertThat(range.marks(0)).containsOnly(1);
    assertThat(range.marks(1)).containsOnly(0);
    assertThat(range.marks(2)).containsOnly(1);
    assertThat(range.contains(3, 4, 0)).isTrue();
    assertThat(range.contains(3, 4, 1)).isFalse();
  }

  @Test
  void norIsASliceThatIsFilledWithPadding() throws Exception {
    DataSet first = SmallSeries.slice(0).dataSet().with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-2000");
    DataSet unreadable = SmallSeries.slice(1).dataSet().with(Tag.RESCALE_SLOPE, Vr.DS, "0");
    var range = new VoxelRange(volume(first, unreadable), 1, EVERYTHING_LOW);
    assertThat(range.marks(1)).containsOnly(0);
    assertThat(range.contains(3, 4, 1)).isFalse();
  }

  @Test
  void aVoxelThatIsNoNumberIsInNoRange() throws Exception {
    Volume volume = volume(floats(1.5f, Float.NaN, -3, 250));
    var range = new VoxelRange(volume, 1, Threshold.below(200));
    assertThat(range.marks(0)).containsExactly(1, 0, 1, 0);
    assertThat(range.contains(1, 0, 0)).isFalse();
    assertThat(range.contains(0, 1, 0)).isTrue();
  }

  @Test
  void theRangeIsOfShownUnits() throws Exception {
    Volume volume = volume(floats(1, 2, 3, 4));
    var range = new VoxelRange(volume, 10, new Threshold(20, 40));
    assertThat(range.marks(0)).containsExactly(0, 1, 1, 0);
  }

  private static DataSet floats(float... values) throws DicomException {
    ByteBuffer pixels = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      pixels.putFloat(value);
    }
    return SmallSeries.slice(0)
        .dataSet()
        .without(Tag.PIXEL_DATA)
        .with(Tag.ROWS, Vr.US, "2")
        .with(Tag.COLUMNS, Vr.US, "2")
        .with(Tag.BITS_ALLOCATED, Vr.US, "32")
        .with(
            DataElement.of(
                Tag.FLOAT_PIXEL_DATA,
                Vr.OF,
                ByteOrder.LITTLE_ENDIAN,
                new Value.Bytes(pixels.array())));
  }

  private static Volume volume(DataSet... slices) throws DicomException {
    List<Instance> instances =
        List.of(slices).stream()
            .map(
                slice ->
                    new Instance(
                        Path.of(slice.text(Tag.INSTANCE_NUMBER).orElseThrow()),
                        DicomFile.of(slice, TransferSyntax.EXPLICIT_LITTLE)))
            .toList();
    SliceStack stack = SliceStack.of(new Series(SmallSeries.UID, instances));
    return VolumeBuilder.buildFine(stack, Progress.NONE, Parallel.SEQUENTIAL);
  }
}
