package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.Images;
import org.voxdesk.Images.Layout;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Encoding;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Value;
import org.voxdesk.dicom.Vr;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

class VolumeBuilderTest {
  @Test
  void slicesAscendAndKeepTheirValues() throws Exception {
    Volume volume =
        build(
            Images.slice(2, 1, 3, 2, values(11, 12, 13, 14, 15, 16)),
            Images.slice(0, 2, 3, 2, values(1, 2, 3, 4, 5, 6)));
    assertThat(volume.slice(0)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(volume.value(2, 1, 1)).isEqualTo(16);
    assertThat(volume.geometry().lps(0, 0, 0)).isEqualTo(new Lps(-10, -20, 0));
    assertThat(volume.geometry().lps(2, 1, 1)).isEqualTo(new Lps(-9, -19.5, 2));
    assertThat(volume.geometry().sliceSpacing()).isEqualTo(2);
    assertThat(volume.padding()).isEmpty();
  }

  @Test
  void pixelSpacingIsBetweenRowsFirst() throws Exception {
    Volume volume = build(spaced(0, 1), spaced(1, 2));
    assertThat(volume.geometry().plane().rowSpacing()).isEqualTo(0.7);
    assertThat(volume.geometry().plane().columnSpacing()).isEqualTo(0.4);
    assertThat(volume.classicSpacing()).isEmpty();
    assertThat(volume.classicRefusal().toString()).contains("0.7000 and 0.4000 mm");
  }

  private static DataSet spaced(double z, int number) throws DicomException {
    return Images.slice(z, number).with(Tag.PIXEL_SPACING, Vr.DS, "0.7\\0.4");
  }

  @Test
  void aTableOfTheFileSaysWhatPixelsMean() throws Exception {
    DataSet slice =
        Images.slice(0, 1, 2, 2, values(0, 1, 2, 3))
            .with(Tag.RESCALE_INTERCEPT, Vr.DS, "-1024")
            .with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "2")
            .with(Images.sequence(Tag.of(0x0028, 0x3000), Images.lut(3, 0, 16, 50, 40, 30)));
    Volume volume = build(slice);
    assertThat(volume.slice(0)).containsExactly(50, 40, 30, 30);
    assertThat(volume.padding()).hasValue(30);
  }

  /// Halves go to the even neighbour.
  @ParameterizedTest
  @CsvSource({
    "1, -1024, 1000, -24",
    "0.5, 0, 5, 2",
    "0.5, 0, 7, 4",
    "0.5, 0, -5, -2",
    "1.5, 0.25, 3, 5",
    "-2, 10, 4, 2",
    "1, 0.5, 1, 2",
    "1, 0.5, 2, 2",
    "1, -1024.0, -2000, -3024"
  })
  void outputsAreRoundedOnceHalfToEven(String slope, String intercept, int stored, int output)
      throws Exception {
    assertThat(build(rescaled(0, 1, slope, intercept, stored)).value(0, 0, 0)).isEqualTo(output);
  }

  @Test
  void everySliceHasItsOwnSlopeAndIntercept() throws Exception {
    Volume volume =
        build(
            rescaled(0, 1, "2", "0", 100),
            rescaled(1, 2, "0.25", "-10", 100),
            rescaled(2, 3, "1", "5", 100));
    assertThat(volume.slice(0)).containsOnly(200);
    assertThat(volume.slice(1)).containsOnly(15);
    assertThat(volume.slice(2)).containsOnly(105);
  }

  @Test
  void wholeValuesAreLookedAtAsTheyAre() throws Exception {
    Volume fine = fine(rescaled(0, 1, "1", "-1024", 5), rescaled(1, 2, "1", "-1024", 1100));
    assertThat(fine.step()).isEqualTo(1);
    assertThat(fine.slice(0)).containsOnly(-1019);
    assertThat(fine.slice(1)).containsOnly(76);
  }

  @Test
  void oneSlopeOfAllSlicesLosesNothing() throws Exception {
    Volume fine =
        fine(
            rescaled(0, 1, "0.25", "-1.5", 7).with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "2"),
            rescaled(1, 2, "0.25", "-1.5", -3));
    assertThat(fine.step()).isEqualTo(0.25);
    assertThat(fine.slice(0)).containsOnly(7 - 6);
    assertThat(fine.slice(1)).containsOnly(-3 - 6);
    assertThat(fine.padding()).hasValue(2 - 6);
  }

  @Test
  void slopesOfTheirOwnAreAsFineAsInt16Allows() throws Exception {
    double[] slopes = {0.5, 3.7, 1.25};
    Volume fine =
        fine(
            rescaled(0, 1, "0.5", "0", 30000),
            rescaled(1, 2, "3.7", "0", 32000),
            rescaled(2, 3, "1.25", "0", -20));
    assertThat(fine.step()).isCloseTo(3.7 * 32000 / 32767, within(1e-9));
    int[] stored = {30000, 32000, -20};
    for (int k = 0; k < 3; k++) {
      assertThat(fine.value(0, 0, k) * fine.step())
          .isCloseTo(stored[k] * slopes[k], within(fine.step() / 2));
    }
  }

  @Test
  void wholeValuesBeyondInt16AreLookedAtInCoarserSteps() throws Exception {
    Volume fine = fine(unsigned("0", values(0, 40000, 65535)));
    assertThat(fine.step()).isEqualTo(65535.0 / 32767);
    assertThat(fine.value(1, 0, 0) * fine.step()).isCloseTo(40000, within(1.0));
    assertThat(fine.value(2, 0, 0)).isEqualTo((short) 32767);
  }

  @Test
  void whatIsNoNumberIsOutsideTheScan() throws Exception {
    ByteBuffer pixels = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : new float[] {1.5f, Float.NaN, -3, Float.POSITIVE_INFINITY}) {
      pixels.putFloat(value);
    }
    DataSet slice =
        Images.slice(0, 1)
            .without(Tag.PIXEL_DATA)
            .with(Tag.BITS_ALLOCATED, Vr.US, "32")
            .with(
                DataElement.of(
                    Tag.FLOAT_PIXEL_DATA,
                    Vr.OF,
                    ByteOrder.LITTLE_ENDIAN,
                    new Value.Bytes(pixels.array())));
    Volume fine = fine(slice);
    assertThat(fine.padding()).hasValue(Volume.ABSENT);
    assertThat(fine.slice(0))
        .containsExactly((short) 16384, Volume.ABSENT, (short) -32767, Volume.ABSENT);
    assertThat(fine.step()).isEqualTo(3.0 / 32767);
    assertThatThrownBy(() -> build(slice)).hasMessageContaining("not a number");
  }

  private static Volume fine(DataSet... slices) throws DicomException {
    return VolumeBuilder.buildFine(stack(slices), Progress.NONE, Parallel.SEQUENTIAL);
  }

  private static DataSet rescaled(double z, int number, String slope, String intercept, int stored)
      throws DicomException {
    return Images.slice(z, number, 2, 2, values(stored, stored, stored, stored))
        .with(Tag.RESCALE_SLOPE, Vr.DS, slope)
        .with(Tag.RESCALE_INTERCEPT, Vr.DS, intercept);
  }

  @Test
  void unsignedWordsReachAllOfInt16ByTheirIntercept() throws Exception {
    Volume volume = build(unsigned("-1024", values(0, 1024, 33791)));
    assertThat(volume.slice(0)).containsExactly(-1024, 0, 32767);
    Volume shifted = build(unsigned("-32768", values(0, 32768, 65535)));
    assertThat(shifted.slice(0)).containsExactly(-32768, 0, 32767);
  }

  @ParameterizedTest
  @CsvSource({
    "-1024, 33792",
    "0, 32768",
    "-1024.5, 65535",
    "-32769, 0",
    "1e10, 0",
    "2147483647, 65535"
  })
  void valuesBeyondInt16AreRefusedByTheNameOfTheirSlice(String intercept, int stored)
      throws Exception {
    DataSet slice = unsigned(intercept, values(stored, stored, stored));
    assertThatThrownBy(() -> build(slice))
        .isInstanceOf(DicomException.class)
        .hasMessage("0: values after rescaling go beyond -32768 to 32767");
  }

  private static DataSet unsigned(String intercept, short... words) throws DicomException {
    var layout = new Layout(3, 1, 16, 16, 15, false);
    DataSet pixels = Images.grey(Encoding.EXPLICIT_LITTLE, layout, words);
    DataSet slice = Images.slice(0, 1, 3, 1, words);
    return slice
        .with(Tag.PIXEL_REPRESENTATION, Vr.US, "0")
        .with(pixels.get(Tag.PIXEL_DATA).orElseThrow())
        .with(Tag.RESCALE_INTERCEPT, Vr.DS, intercept);
  }

  @Test
  void paddingIsAnOutputValueWithTheSignOfThePixelsWhateverItsVr() throws Exception {
    DataSet slice = rescaled(0, 1, "1", "-24", 5);
    assertThat(build(slice.with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-2000")).padding())
        .hasValue(-2024);
    assertThat(build(slice.with(Tag.PIXEL_PADDING_VALUE, Vr.US, "63536")).padding())
        .hasValue(-2024);
    DataSet unsigned = unsigned("-1024", values(1, 2, 3));
    assertThat(build(unsigned.with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-32768")).padding())
        .hasValue(32768 - 1024);
    assertThat(build(unsigned.with(Tag.PIXEL_PADDING_VALUE, Vr.US, "65535")).padding()).isEmpty();
  }

  @Test
  void aSliceWhosePixelsCannotBeReadIsNamed() throws Exception {
    DataSet shorter = Images.slice(1, 2, 2, 2, values(1, 2, 3));
    assertThatThrownBy(() -> build(Images.slice(0, 1), shorter))
        .isInstanceOf(DicomException.class)
        .hasMessage("1: the pixel data has 6 bytes where 8 are needed");
    DataSet palette =
        Images.slice(1, 2).with(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "PALETTE COLOR");
    assertThatThrownBy(() -> build(Images.slice(0, 1), palette))
        .isInstanceOf(DicomException.class)
        .hasMessage("1: a volume needs grey images, not PALETTE COLOR");
    DataSet flat = Images.slice(1, 2).with(Tag.RESCALE_SLOPE, Vr.DS, "0");
    assertThatThrownBy(() -> build(Images.slice(0, 1), flat))
        .isInstanceOf(DicomException.class)
        .hasMessage("1: the rescale slope is 0");
  }

  @Test
  void aSingleSliceIsAsThickAsItSays() throws Exception {
    DataSet slice = Images.slice(0, 1);
    assertThat(build(slice.with(Tag.SLICE_THICKNESS, Vr.DS, "5")).geometry().sliceSpacing())
        .isEqualTo(5);
    assertThat(build(slice).geometry().sliceSpacing()).isEqualTo(0.5);
  }

  /// The classic recipe takes the first two slices by number, wherever they lie.
  @Test
  void classicSpacingComesFromTheFirstTwoSlicesByNumber() throws Exception {
    Volume even = build(Images.slice(0, 3), Images.slice(2.005, 2), Images.slice(4, 1));
    assertThat(even.classicSpacing().orElseThrow().z()).isCloseTo(1.995, within(1e-9));
    Volume uneven = build(Images.slice(0, 3), Images.slice(3, 2), Images.slice(5, 1));
    assertThat(uneven.classicSpacing()).isEmpty();
    assertThat(uneven.classicRefusal().toString()).contains("2.000 mm between the first two");
    Volume numberless = build(Images.slice(0, 1).without(Tag.INSTANCE_NUMBER), Images.slice(3, 2));
    assertThat(numberless.classicSpacing()).isEmpty();
    Volume incomplete = build(Images.slice(0, 1), Images.slice(3, 2), Images.slice(3, 3));
    assertThat(incomplete.classicSpacing()).isEmpty();
  }

  @Test
  void buildingStopsWhenItIsNoLongerWanted() throws Exception {
    SliceStack stack = stack(Images.slice(0, 1), Images.slice(1, 2), Images.slice(2, 3));
    var reports = new ArrayList<Long>();
    Progress afterOne =
        new Progress() {
          @Override
          public void report(long done, long total) {
            reports.add(done);
          }

          @Override
          public boolean isCancelled() {
            return !reports.isEmpty();
          }
        };
    assertThatThrownBy(() -> VolumeBuilder.build(stack, afterOne, Parallel.SEQUENTIAL))
        .isInstanceOf(CancellationException.class);
    assertThat(reports).containsExactly(1L);
  }

  private static short[] values(int... values) {
    short[] words = new short[values.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = (short) values[i];
    }
    return words;
  }

  private static Volume build(DataSet... slices) throws DicomException {
    return VolumeBuilder.build(stack(slices), Progress.NONE, Parallel.SEQUENTIAL);
  }

  private static SliceStack stack(DataSet... slices) throws DicomException {
    var instances = new ArrayList<Instance>();
    for (DataSet slice : slices) {
      instances.add(new Instance(Path.of(Integer.toString(instances.size())), Images.file(slice)));
    }
    return SliceStack.of(new Series("1.2.5", instances));
  }
}
