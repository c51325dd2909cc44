package org.voxdesk.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomReader;

class SliceStackTest {
  @Test
  void slicesAscendAlongTheNormalWhateverTheirOrderAndNumbers() throws Exception {
    SliceStack stack = stack(Images.slice(5, 1), Images.slice(0, 3), Images.slice(2.5, 2));
    assertThat(stack.heights()).containsExactly(0.0, 2.5, 5.0);
    assertThat(numbers(stack)).containsExactly(3, 2, 1);
    assertThat(stack.usualStep()).contains(2.5);
    assertThat(stack.isEven()).isTrue();
    assertThat(stack.leftOut()).isEmpty();
    assertThat(stack.findings()).isEmpty();
  }

  @Test
  void theNormalPointsWhereRowTimesColumnDoes() throws Exception {
    List<DataSet> slices = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      slices.add(
          Images.slice(i, i + 1).with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\-1\\0"));
    }
    SliceStack stack = stack(slices.toArray(DataSet[]::new));
    assertThat(stack.heights()).containsExactly(-2.0, -1.0, 0.0);
    assertThat(numbers(stack)).containsExactly(3, 2, 1);
  }

  @Test
  void aSliceOfAnotherSizeSpacingOrOrientationIsLeftOutWithTheReason() throws Exception {
    short[] six = new short[6];
    SliceStack stack =
        stack(
            Images.slice(0, 1),
            Images.slice(1, 2),
            Images.slice(2, 3, 3, 2, six),
            Images.slice(3, 4).with(Tag.PIXEL_SPACING, Vr.DS, "0.6\\0.6"),
            Images.slice(4, 5).with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\0\\1"));
    assertThat(numbers(stack)).containsExactly(1, 2);
    assertThat(reasons(stack))
        .containsExactly(
            "2 is 3 × 2 pixels while the series is 2 × 2; it is left out of the volume",
            "3 has another pixel spacing than the series; it is left out of the volume",
            "4 has another orientation than the series; it is left out of the volume");
  }

  @Test
  void aSliceThatCannotBePlacedIsLeftOutWithTheReason() throws Exception {
    SliceStack stack =
        stack(
            Images.slice(0, 1),
            Images.slice(1, 2).without(Tag.IMAGE_POSITION_PATIENT),
            Images.slice(2, 3).with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "1\\2"),
            Images.slice(3, 4).with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\1\\0\\0"),
            Images.slice(4, 5).with(Tag.PIXEL_SPACING, Vr.DS, "0\\1"),
            Images.slice(5, 6).without(Tag.PIXEL_DATA),
            Images.slice(6, 7)
                .with(Tag.NUMBER_OF_FRAMES, Vr.IS, "2")
                .without(Tag.IMAGE_POSITION_PATIENT));
    assertThat(numbers(stack)).containsExactly(1);
    assertThat(reasons(stack))
        .containsExactly(
            "1 cannot be placed: it has no position (0020,0032)",
            "2 cannot be placed: its position “1\\2” is not three numbers",
            "3 cannot be placed: its orientation “1\\0\\0\\1\\0\\0” is not two unit vectors at a"
                + " right angle",
            "4 cannot be placed: its pixel spacing “0\\1” is not two positive numbers",
            "5 has no pixel data",
            "6 has several frames that do not say where they lie");
  }

  @Test
  void aSliceCutOffInItsPixelsIsLeftOutAndItsPlaceIsAGap() throws Exception {
    byte[] whole = Images.bytes(Images.slice(2, 3));
    var instances = new ArrayList<Instance>();
    for (int z = 0; z < 5; z++) {
      byte[] bytes =
          z == 2 ? Arrays.copyOf(whole, whole.length - 3) : Images.bytes(Images.slice(z, z));
      instances.add(new Instance(Path.of(z + ".dcm"), DicomReader.read(bytes)));
    }
    SliceStack stack = SliceStack.of(new Series("1.2.5", instances));
    assertThat(stack.heights()).containsExactly(0.0, 1.0, 3.0, 4.0);
    assertThat(reasons(stack))
        .containsExactly(
            "2.dcm is cut off and left out of the volume: "
                + "(7FE0,0010) should have 8 bytes, but only 5 are there");
    assertThat(stack.findings())
        .extracting(Object::toString)
        .containsExactly("1 slice missing between slice 2 (z 1.0 mm) and slice 3 (z 3.0 mm)");
  }

  @Test
  void ofTwoSlicesAtOnePlaceTheFirstByNumberStays() throws Exception {
    SliceStack stack = stack(Images.slice(0, 1), Images.slice(1, 9), Images.slice(1.0004, 2));
    assertThat(stack.slices()).hasSize(2);
    assertThat(reasons(stack))
        .containsExactly("2 lies at the same place as 1; it is left out of the volume");
  }

  @Test
  void stepsThatAreAlikeAreToldAlike() throws Exception {
    var files = new ArrayList<DataSet>();
    double[] pattern = {2, 2, 2, 3};
    double height = 0.1;
    for (int k = 0; k < 40; k++) {
      files.add(Images.slice(Math.round(height * 1e4) / 1e4, k + 1));
      // As steps are in tilted planes, whose heights are sums of rounded products.
      height += pattern[k % 4] * 0.951;
    }
    SliceStack stack = stack(files.toArray(DataSet[]::new));
    assertThat(stack.findings())
        .extracting(Object::toString)
        .containsExactly(
            "9 steps between slices differ from the usual 1.9 mm: from 2.85 to 2.85 mm");
  }

  @Test
  void missingSlicesAndUnevenStepsAreFound() throws Exception {
    SliceStack gap =
        stack(
            Images.slice(0, 1),
            Images.slice(2, 2),
            Images.slice(4, 3),
            Images.slice(10, 4),
            Images.slice(12, 5));
    assertThat(gap.findings())
        .extracting(Object::toString)
        .containsExactly("2 slices missing between slice 3 (z 4.0 mm) and slice 4 (z 10.0 mm)");
    assertThat(gap.isEven()).isFalse();
    SliceStack uneven =
        stack(Images.slice(0, 1), Images.slice(2, 2), Images.slice(4.2, 3), Images.slice(6.2, 4));
    assertThat(uneven.findings())
        .extracting(Object::toString)
        .containsExactly("slice 3 (z 4.2 mm) lies 2.2 mm above slice 2, where 2.0 mm are usual");
    SliceStack rounded =
        stack(Images.slice(0, 1), Images.slice(2, 2), Images.slice(4.01, 3), Images.slice(6, 4));
    assertThat(rounded.isEven()).isTrue();
    assertThat(rounded.findings()).isEmpty();
  }

  @Test
  void aTiltedGantryIsFound() throws Exception {
    List<DataSet> slices = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      double y = -20 + 2 * i * Math.tan(Math.toRadians(15));
      slices.add(
          Images.slice(2 * i, i + 1)
              .with(
                  Tag.IMAGE_POSITION_PATIENT,
                  Vr.DS,
                  "-10\\" + Math.round(y * 1e6) / 1e6 + "\\" + 2 * i));
    }
    SliceStack stack = stack(slices.toArray(DataSet[]::new));
    assertThat(stack.heights()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
    assertThat(stack.findings())
        .extracting(Object::toString)
        .containsExactly("the slices are tilted by 15.0°");
  }

  @Test
  void aSeriesWithoutAnyPlacedImageIsRefusedInOneSentence() throws Exception {
    DataSet lost = Images.slice(0, 1).without(Tag.IMAGE_POSITION_PATIENT);
    assertThatThrownBy(() -> stack(lost))
        .isInstanceOf(DicomException.class)
        .hasMessage("0 cannot be placed: it has no position (0020,0032)");
    DataSet report = lost.without(Tag.PIXEL_DATA);
    assertThatThrownBy(() -> stack(report))
        .isInstanceOf(DicomException.class)
        .hasMessage("0 has no pixel data");
  }

  @Test
  void imagesWithoutAPlaceAreShownBehindTheOthersByTheirNumber() throws Exception {
    List<Instance> instances =
        instances(
            Images.slice(0, 5).without(Tag.IMAGE_POSITION_PATIENT),
            Images.slice(3, 2),
            Images.slice(0, 4).without(Tag.IMAGE_ORIENTATION_PATIENT),
            Images.slice(1, 9));
    assertThat(
            Listed.ordered(instances.stream().map(Listed::of).toList()).stream()
                .map(i -> i.number().orElseThrow()))
        .containsExactly(9, 2, 4, 5);
  }

  private static SliceStack stack(DataSet... slices) throws DicomException {
    return SliceStack.of(new Series("1.2.5", instances(slices)));
  }

  /// Instances whose paths are their numbers, from 0.
  private static List<Instance> instances(DataSet... slices) {
    var instances = new ArrayList<Instance>();
    for (DataSet slice : slices) {
      instances.add(new Instance(Path.of(Integer.toString(instances.size())), Images.file(slice)));
    }
    return instances;
  }

  private static List<Integer> numbers(SliceStack stack) {
    return stack.slices().stream().map(i -> i.number().orElseThrow()).toList();
  }

  private static List<String> reasons(SliceStack stack) {
    return stack.leftOut().stream().map(out -> out.reason().toString()).toList();
  }
}
