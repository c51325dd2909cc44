package org.voxdesk.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.volume.SeriesVerdict;

class GeometryReportTest {
  @Test
  void aFlawlessStackHasAVerdictAndNoRemarks() throws Exception {
    GeometryReport report = report(Images.slice(0, 1), Images.slice(2.5, 2), Images.slice(5, 3));
    assertThat(report.verdict())
        .hasToString("2 × 2 × 3 voxels of 0.5 × 0.5 × 2.5 mm, evenly spaced");
    assertThat(report.remarks()).isEmpty();
    assertThat(report.stack().orElseThrow().slices()).hasSize(3);
  }

  @Test
  void everyGapIsNamedByTheSlicesAroundIt() throws Exception {
    var slices = new ArrayList<DataSet>();
    for (int k : new int[] {0, 1, 3, 4, 5, 9, 10}) {
      slices.add(Images.slice(-172.5 + 2.5 * k, k + 1));
    }
    GeometryReport report = report(slices.toArray(DataSet[]::new));
    assertThat(report.verdict())
        .hasToString("2 × 2 × 7 voxels of 0.5 × 0.5 × 2.5 mm, slices missing");
    assertThat(texts(report))
        .containsExactly(
            "1 slice missing between slice 2 (z -170.0 mm) and slice 3 (z -165.0 mm)",
            "3 slices missing between slice 5 (z -160.0 mm) and slice 6 (z -150.0 mm)");
    assertThat(report.remarks().getFirst().in(Locale.SIMPLIFIED_CHINESE))
        .isEqualTo("第 2 层（z -170.0 mm）与第 3 层（z -165.0 mm）之间缺少 1 层");
  }

  @Test
  void placesOfACoronalStackAreGivenAlongTheAxisItRunsAlong() throws Exception {
    var slices = new ArrayList<DataSet>();
    for (int y : new int[] {0, 2, 6, 8}) {
      slices.add(
          Images.slice(0, 9 - y)
              .with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, "0\\" + y + "\\0")
              .with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\0\\0\\-1"));
    }
    assertThat(texts(report(slices.toArray(DataSet[]::new))))
        .containsExactly("1 slice missing between slice 2 (y 2.0 mm) and slice 3 (y 6.0 mm)");
  }

  @Test
  void manyUnevenStepsAreOneSentenceWithTheirRange() throws Exception {
    var slices = new ArrayList<DataSet>();
    double z = 0;
    for (int k = 0; k < 24; k++) {
      slices.add(Images.slice(Math.round(z * 100) / 100.0, k + 1));
      z += k % 3 == 0 ? 2.2 : k % 7 == 1 ? 1.75 : 2;
    }
    GeometryReport report = report(slices.toArray(DataSet[]::new));
    assertThat(texts(report))
        .containsExactly(
            "11 steps between slices differ from the usual 2.0 mm: from 1.75 to 2.2 mm");
    assertThat(report.verdict().toString()).endsWith("2.0 mm, unevenly spaced");
  }

  @Test
  void aSliceWithoutRowsMakesNoVolume() throws Exception {
    GeometryReport report = report(Images.slice(0, 1).with(Tag.ROWS, Vr.US, "0"));
    assertThat(report.verdict()).hasToString("no volume: 0 has no pixels: its header says 2 × 0");
    assertThat(SeriesVerdict.of(report, 64).physical().isPossible()).isFalse();
  }

  @Test
  void aSingleSliceSaysThatItsDistanceIsNotKnown() throws Exception {
    GeometryReport report = report(Images.slice(0, 1));
    assertThat(report.verdict()).hasToString("2 × 2 pixels of 0.5 × 0.5 mm, a single slice");
    assertThat(texts(report))
        .containsExactly("a single slice: its distance to others is not known");
  }

  @Test
  void rescalingThatVariesIsZeroOrIsMissingIsSaid() throws Exception {
    assertThat(
            texts(
                report(
                    Images.slice(0, 1).with(Tag.RESCALE_SLOPE, Vr.DS, "2.5"),
                    Images.slice(1, 2).with(Tag.RESCALE_INTERCEPT, Vr.DS, "-1024"))))
        .containsExactly(
            "the rescale slope differs from slice to slice, from 1.0 to 2.5; each slice is"
                + " rescaled by its own",
            "the rescale intercept differs from slice to slice, from -1024.0 to 0.0; each slice is"
                + " rescaled by its own");
    assertThat(
            texts(
                report(
                    Images.slice(0, 1).with(Tag.RESCALE_SLOPE, Vr.DS, "0"),
                    Images.slice(1, 2).with(Tag.RESCALE_SLOPE, Vr.DS, "0"))))
        .containsExactly("the rescale slope of some slices is 0: their values cannot be told");
    assertThat(
            texts(
                report(
                    Images.slice(0, 1).without(Tag.RESCALE_SLOPE).without(Tag.RESCALE_INTERCEPT),
                    Images.slice(1, 2))))
        .containsExactly(
            "1 of 2 slices have no rescale slope or no intercept; 1 and 0 are taken in"
                + " their place");
  }

  @Test
  void negativeZeroAndAbsentSpacingAreSaidForEachImage() throws Exception {
    GeometryReport report =
        report(
            Images.slice(0, 1).with(Tag.PIXEL_SPACING, Vr.DS, "-0.5\\0.5"),
            Images.slice(1, 2).with(Tag.PIXEL_SPACING, Vr.DS, "0\\0"),
            Images.slice(2, 3).without(Tag.PIXEL_SPACING));
    assertThat(report.verdict())
        .hasToString(
            "no volume: 0 cannot be placed: its pixel spacing “-0.5\\0.5” is not two positive"
                + " numbers");
    assertThat(texts(report))
        .containsExactly(
            "0 cannot be placed: its pixel spacing “-0.5\\0.5” is not two positive numbers",
            "1 cannot be placed: its pixel spacing “0\\0” is not two positive numbers",
            "2 cannot be placed: it has no pixel spacing (0028,0030)");
    assertThat(report.stack()).isEmpty();
  }

  @Test
  void aFlawOfManyImagesIsSaidOnceWithTheirNumber() throws Exception {
    var images = new ArrayList<DataSet>();
    for (int i = 0; i < 40; i++) {
      images.add(Images.slice(i, i).without(Tag.IMAGE_POSITION_PATIENT));
    }
    assertThat(texts(report(images.toArray(DataSet[]::new))))
        .containsExactly("0 cannot be placed: it has no position (0020,0032); the same of 39 more");
  }

  private static GeometryReport report(DataSet... images) throws DicomException {
    var instances = new ArrayList<Instance>();
    for (DataSet image : images) {
      instances.add(new Instance(Path.of(Integer.toString(instances.size())), Images.file(image)));
    }
    return GeometryReport.of(new Series("1.2.5", instances));
  }

  private static List<String> texts(GeometryReport report) {
    return report.remarks().stream().map(Object::toString).toList();
  }
}
