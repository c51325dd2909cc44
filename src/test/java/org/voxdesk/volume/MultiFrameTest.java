package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.EnhancedImages;
import org.voxdesk.Images;
import org.voxdesk.TestData;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// Frames of enhanced images lie where their functional groups say.
class MultiFrameTest {
  @Test
  void framesAreSortedAlongTheNormalAndEachIsRescaledByItsOwnGroup() throws Exception {
    Volume volume =
        volume(
            stack(
                EnhancedImages.of(
                    EnhancedImages.frame(4, "2", "0"),
                    EnhancedImages.frame(0, "1", "-10"),
                    EnhancedImages.frame(2, "0.5", "7"))));
    assertThat(volume.geometry().slices()).isEqualTo(3);
    assertThat(volume.geometry().sliceSpacing()).isEqualTo(2);
    assertThat(volume.geometry().plane().columnSpacing()).isEqualTo(0.25);
    assertThat(volume.geometry().plane().rowSpacing()).isEqualTo(0.5);
    assertThat(volume.geometry().position(0)).isEqualTo(new Lps(1, 2, 0));
    // The stored values of frame n are 10 n.
    assertThat(volume.slice(0)).containsOnly((short) (20 - 10));
    assertThat(volume.slice(1)).containsOnly((short) (30 / 2 + 7));
    assertThat(volume.slice(2)).containsOnly((short) (10 * 2));
    assertThat(volume.classicSpacing()).isEmpty();
  }

  @Test
  void aFrameAtThePlaceOfAnotherIsNamed() throws Exception {
    SliceStack stack =
        stack(
            EnhancedImages.of(
                EnhancedImages.frame(0, "1", "0"),
                EnhancedImages.frame(2, "1", "0"),
                EnhancedImages.frame(2, "1", "0")));
    assertThat(stack.slices()).extracting(slice -> slice.frame()).containsExactly(0, 1);
    assertThat(stack.leftOut().stream().map(out -> out.reason().toString()))
        .containsExactly(
            "frame 3 of a.dcm lies at the same place as frame 2 of a.dcm; it is left out of the"
                + " volume");
  }

  @Test
  void moreFramesClaimedThanDescribedDoNoHarm() throws Exception {
    DataSet claimed =
        EnhancedImages.of(EnhancedImages.frame(0, "1", "0"), EnhancedImages.frame(2, "1", "0"))
            .with(Tag.NUMBER_OF_FRAMES, Vr.IS, "2147483647");
    assertThat(stack(claimed).slices()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"23x38x3", "24x38x3"})
  void anEnhancedImageIsTheSameVolumeAsTheSingleImagesItWasMadeOf(String name) throws Exception {
    Path folder = TestData.data("conformance/dcmqi/segmentations/" + name);
    Volume single = volume(onlyStack(folder.resolve("image")));
    Volume enhanced = volume(onlyStack(folder.resolve("multiframe")));
    assertThat(enhanced.geometry().slices()).isEqualTo(single.geometry().slices());
    for (int k = 0; k < single.geometry().slices(); k++) {
      assertThat(enhanced.geometry().position(k)).isEqualTo(single.geometry().position(k));
      assertThat(enhanced.slice(k)).isEqualTo(single.slice(k));
    }
    assertThat(enhanced.geometry().plane()).isEqualTo(single.geometry().plane());
  }

  @ParameterizedTest
  @CsvSource({"dcm_qa_enh/Philips/IM_0027_fMAP.dcm,32", "dcm_qa_enh/Siemens/XA10/6_1.dcm,6"})
  void enhancedImagesOfDevicesMakeVolumes(String file, int slices) throws Exception {
    SliceStack stack = onlyStack(TestData.data("conformance/" + file));
    assertThat(stack.slices()).hasSize(slices);
    assertThat(stack.isEven()).isTrue();
    assertThat(volume(stack).geometry().slices()).isEqualTo(slices);
  }

  private static SliceStack onlyStack(Path path) {
    Library library = Library.scan(List.of(path), Progress.NONE, Parallel.SEQUENTIAL);
    assertThat(library.series()).hasSize(1);
    return GeometryReport.of(library.series().getFirst()).stack().orElseThrow();
  }

  private static SliceStack stack(DataSet image) throws DicomException {
    var instances = new ArrayList<Instance>();
    instances.add(new Instance(Path.of("a.dcm"), Images.file(image)));
    return SliceStack.of(Library.of(instances, List.of()).series().getFirst());
  }

  private static Volume volume(SliceStack stack) throws DicomException {
    return VolumeBuilder.build(stack, Progress.NONE, Parallel.SEQUENTIAL);
  }
}
