package org.voxdesk.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.Checking;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;

/// Series that are several stacks fall into parts, and what is one stack stays together.
class SeriesPartsTest {
  private static final Tag ECHO_TIME = Tag.of(0x0018, 0x0081);
  private static final Tag ECHO_NUMBERS = Tag.of(0x0018, 0x0086);
  private static final Tag TEMPORAL = Tag.of(0x0020, 0x0100);
  private static final Tag B_VALUE = Tag.of(0x0018, 0x9087);
  private static final String CORONAL = "1\\0\\0\\0\\0\\-1";

  private final List<DataSet> images = new ArrayList<>();

  @Test
  void acquisitionsAtTheSamePlacesAreParts() throws Exception {
    add(0, 5, Tag.ACQUISITION_NUMBER, Vr.IS, "1");
    add(0, 5, Tag.ACQUISITION_NUMBER, Vr.IS, "2");
    add(0, 5, Tag.ACQUISITION_NUMBER, Vr.IS, "10");
    assertThat(parts())
        .containsExactly("acquisition 1: 5", "acquisition 2: 5", "acquisition 10: 5");
  }

  @Test
  void anAcquisitionNumberThatGoesOnAlongOneStackDoesNotSplitIt() throws Exception {
    add(0, 5, Tag.ACQUISITION_NUMBER, Vr.IS, "1");
    add(5, 5, Tag.ACQUISITION_NUMBER, Vr.IS, "2");
    assertThat(parts()).containsExactly(": 10");
  }

  @Test
  void anAcquisitionNumberOfItsOwnForEveryImageDoesNotSplitAStack() throws Exception {
    for (int z = 0; z < 6; z++) {
      add(z, 1, Tag.ACQUISITION_NUMBER, Vr.IS, Integer.toString(z + 1));
    }
    // One slice was taken again: a duplicate, but no stack.
    add(3, 1, Tag.ACQUISITION_NUMBER, Vr.IS, "7");
    assertThat(parts()).containsExactly(": 7");
  }

  @Test
  void aSliceTakenAgainStaysWithTheGreatestOfTheStacks() throws Exception {
    add(0, 5, Tag.ACQUISITION_NUMBER, Vr.IS, "1");
    add(0, 6, Tag.ACQUISITION_NUMBER, Vr.IS, "2");
    add(3, 1, Tag.ACQUISITION_NUMBER, Vr.IS, "3");
    assertThat(parts()).containsExactly("acquisition 1: 5", "acquisition 2: 7");
  }

  @Test
  void pilotsInTheThreePlanesAreParts() throws Exception {
    for (String cosines :
        List.of("1\\0\\0\\0\\1\\0", "0\\1\\0\\0\\0\\-1", "1\\0\\0\\0\\0\\-1")) {
      images.add(next(0).with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, cosines));
    }
    assertThat(parts()).containsExactly("axial: 1", "sagittal: 1", "coronal: 1");
  }

  @Test
  void echoesAreParts() throws Exception {
    for (int z = 0; z < 4; z++) {
      images.add(next(z).with(ECHO_NUMBERS, Vr.IS, "1").with(ECHO_TIME, Vr.DS, "4.9"));
      images.add(next(z).with(ECHO_NUMBERS, Vr.IS, "2").with(ECHO_TIME, Vr.DS, "7.4"));
    }
    assertThat(parts()).containsExactly("echo time 4.9 ms: 4", "echo time 7.4 ms: 4");
  }

  @Test
  void kernelsArePartsEvenWhereNoPlaceIsRepeated() throws Exception {
    add(0, 4, Tag.CONVOLUTION_KERNEL, Vr.SH, "B70f");
    add(4, 4, Tag.CONVOLUTION_KERNEL, Vr.SH, "B31f");
    assertThat(parts()).containsExactly("kernel B70f: 4", "kernel B31f: 4");
  }

  @Test
  void timesBValuesAndKindsOfImageAtTheSamePlacesAreParts() throws Exception {
    add(0, 3, TEMPORAL, Vr.IS, "1");
    add(0, 3, TEMPORAL, Vr.IS, "2");
    assertThat(parts()).containsExactly("time 1: 3", "time 2: 3");
    images.clear();
    add(0, 3, B_VALUE, Vr.FD, "0");
    add(0, 3, B_VALUE, Vr.FD, "1000");
    assertThat(parts()).containsExactly("b-value 0: 3", "b-value 1000: 3");
    images.clear();
    add(0, 3, Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\M\\ND");
    add(0, 3, Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\P\\ND");
    assertThat(parts()).containsExactly("PRIMARY M ND: 3", "PRIMARY P ND: 3");
  }

  @Test
  void aDifferentImageTypeInTheMiddleOfAStackDoesNotSplitIt() throws Exception {
    add(0, 3, Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\AXIAL");
    add(3, 3, Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\AXIAL\\SPI");
    assertThat(parts()).containsExactly(": 6");
  }

  @Test
  void twoTraitsMakeFourParts() throws Exception {
    for (String acquisition : List.of("1", "2")) {
      for (String kernel : List.of("B31f", "B70f")) {
        for (int z = 0; z < 3; z++) {
          images.add(
              next(z)
                  .with(Tag.ACQUISITION_NUMBER, Vr.IS, acquisition)
                  .with(Tag.CONVOLUTION_KERNEL, Vr.SH, kernel));
        }
      }
    }
    assertThat(parts())
        .containsExactly(
            "kernel B31f, acquisition 1: 3",
            "kernel B31f, acquisition 2: 3",
            "kernel B70f, acquisition 1: 3",
            "kernel B70f, acquisition 2: 3");
  }

  @Test
  void sizesSpacingsAndOrientationsAreParts() throws Exception {
    add(0, 6);
    for (int z = 0; z < 4; z++) {
      images.add(Images.slice(z, 100 + z, 3, 2, new short[6]));
    }
    assertThat(parts()).containsExactly("2 × 2: 6", "3 × 2: 4");
    images.clear();
    add(0, 6);
    add(0, 4, Tag.PIXEL_SPACING, Vr.DS, "0.6\\0.7");
    assertThat(parts()).containsExactly("pixels of 0.5 × 0.5 mm: 6", "pixels of 0.7 × 0.6 mm: 4");
    images.clear();
    add(0, 6);
    add(0, 4, Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, CORONAL);
    assertThat(parts()).containsExactly("axial: 6", "coronal: 4");
  }

  @Test
  void theLocalizerOfAStackIsAPartBehindIt() throws Exception {
    images.add(
        next(-50)
            .with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, CORONAL)
            .with(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL\\PRIMARY\\LOCALIZER"));
    add(0, 5);
    assertThat(parts()).containsExactly("axial: 5", "localizer, coronal: 1");
  }

  @Test
  void aFlawedSliceInAHoleOfTheStackStaysWithIt() throws Exception {
    add(0, 3);
    images.add(Images.slice(3, 100, 3, 2, new short[6]));
    add(4, 3);
    images.add(next(7).with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\0.9986\\0.0523"));
    assertThat(parts()).containsExactly(": 8");
    GeometryReport report = GeometryReport.of(library().series().getFirst());
    assertThat(report.remarks())
        .extracting(Object::toString)
        .containsExactly(
            "1 slice missing between slice 3 (z 2.0 mm) and slice 4 (z 4.0 mm)",
            "3 is 3 × 2 pixels while the series is 2 × 2; it is left out of the volume",
            "7 has another orientation than the series; it is left out of the volume");
  }

  @Test
  void imagesThatSayTooLittleStayWithThoseOfTheirSize() throws Exception {
    add(0, 6);
    images.add(Images.slice(0, 100, 3, 2, new short[6]));
    images.add(Images.slice(1, 101, 3, 2, new short[6]));
    images.add(Images.slice(2, 102, 3, 2, new short[6]).without(Tag.IMAGE_POSITION_PATIENT));
    images.add(next(9).without(Tag.PIXEL_SPACING));
    assertThat(parts()).containsExactly("2 × 2: 7", "3 × 2: 3");
  }

  @Test
  void imagesWithoutAnyPlaceAreOneSeries() throws Exception {
    images.add(next(0).without(Tag.IMAGE_POSITION_PATIENT));
    images.add(Images.slice(0, 9, 3, 2, new short[6]).without(Tag.IMAGE_POSITION_PATIENT));
    assertThat(parts()).containsExactly(": 2");
  }

  @Test
  void aRotatingAcquisitionStaysTogether() throws Exception {
    for (int i = 0; i < 6; i++) {
      double angle = Math.toRadians(30 * i);
      String cosines =
          String.format(Locale.ROOT, "%.6f\\%.6f\\0\\0\\0\\-1", Math.cos(angle), Math.sin(angle));
      images.add(next(0).with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, cosines));
    }
    assertThat(parts()).containsExactly(": 6");
  }

  @Test
  void aCineOfOnePlaceStaysTogether() throws Exception {
    for (int i = 1; i <= 4; i++) {
      add(7, 1, Tag.ACQUISITION_NUMBER, Vr.IS, Integer.toString(i));
    }
    assertThat(parts()).containsExactly(": 4");
  }

  @Test
  void aWordFromAFileIsCutAndCannotControlAnything() throws Exception {
    add(0, 3, Tag.CONVOLUTION_KERNEL, Vr.SH, "A".repeat(16));
    add(0, 3, Tag.CONVOLUTION_KERNEL, Vr.SH, "");
    assertThat(parts()).containsExactly("kernel " + "A".repeat(16) + ": 3", "kernel –: 3");
  }

  @Test
  void theWholeSeriesIsFoundFromEachOfItsParts() throws Exception {
    add(0, 3, Tag.ACQUISITION_NUMBER, Vr.IS, "1");
    add(0, 3, Tag.ACQUISITION_NUMBER, Vr.IS, "2");
    Library library = library();
    for (Series part : library.series()) {
      assertThat(part.isPart()).isTrue();
      assertThat(library.whole(part)).hasSize(6).containsAll(library.instances());
    }
  }

  @Test
  void equalAndUnreadableInstanceNumbersAreNoTrouble() throws Exception {
    images.add(next(2).with(Tag.INSTANCE_NUMBER, Vr.IS, "7"));
    images.add(next(1).with(Tag.INSTANCE_NUMBER, Vr.IS, "7"));
    images.add(next(0).without(Tag.INSTANCE_NUMBER));
    images.add(next(3).with(Tag.INSTANCE_NUMBER, Vr.IS, "x", Checking.STORABLE));
    assertThat(library().instances().stream().map(i -> i.position().orElseThrow()[2]))
        .containsExactly(0.0, 1.0, 2.0, 3.0);
  }

  private void add(int from, int count) throws DicomException {
    for (int z = from; z < from + count; z++) {
      images.add(next(z));
    }
  }

  private void add(int from, int count, Tag tag, Vr vr, String value) throws DicomException {
    for (int z = from; z < from + count; z++) {
      images.add(next(z).with(tag, vr, value));
    }
  }

  private DataSet next(double z) throws DicomException {
    return Images.slice(z, images.size() + 1);
  }

  private Library library() {
    var instances = new ArrayList<Instance>();
    for (DataSet image : images) {
      instances.add(new Instance(Path.of(Integer.toString(instances.size())), Images.file(image)));
    }
    return Library.of(instances, List.of());
  }

  /// The words of each part, and how many images it has.
  private List<String> parts() {
    return library().series().stream()
        .map(
            part ->
                part.part().stream().map(Object::toString).collect(Collectors.joining(", "))
                    + ": "
                    + part.instances().size())
        .toList();
  }
}
