package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.GeometryReport;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.volume.SeriesVerdict.Trait;

class SeriesVerdictTest {
  private static SeriesVerdict verdict(double edgeMm, List<DataSet> slices) {
    List<Instance> images = new ArrayList<>();
    for (DataSet slice : slices) {
      images.add(
          new Instance(
              Path.of(Integer.toString(images.size())),
              DicomFile.of(slice, TransferSyntax.EXPLICIT_LITTLE)));
    }
    return SeriesVerdict.of(GeometryReport.of(new Series("1.2", images)), edgeMm);
  }

  private static List<DataSet> stack(double... heights) throws Exception {
    List<DataSet> slices = new ArrayList<>();
    for (double z : heights) {
      slices.add(Images.slice(z, slices.size() + 1));
    }
    return slices;
  }

  private static List<DataSet> with(Tag tag, String value, List<DataSet> slices) throws Exception {
    List<DataSet> changed = new ArrayList<>();
    for (DataSet slice : slices) {
      changed.add(slice.with(tag, Vr.DS, value));
    }
    return changed;
  }

  private static String classic(SeriesVerdict verdict) {
    return verdict.classic().sentences().toString();
  }

  @Test
  void anEvenStackIsUniformAndBothModesWork() throws Exception {
    SeriesVerdict verdict = verdict(4, stack(0, 2, 4, 6));

    assertThat(verdict.traits()).containsExactly(Trait.UNIFORM);
    assertThat(verdict.physical().isPossible()).isTrue();
    assertThat(verdict.classic().isPossible()).isTrue();
    assertThat(classic(verdict)).contains("nothing stands in the way");
  }

  @Test
  void gapsAreRefusedByClassicModeOnly() throws Exception {
    SeriesVerdict verdict = verdict(4, stack(0, 2, 4, 10, 12));

    assertThat(verdict.traits()).containsExactly(Trait.GAPS);
    assertThat(verdict.physical().isPossible()).isTrue();
    assertThat(verdict.classic().isPossible()).isFalse();
    assertThat(classic(verdict)).contains("2.000 mm").contains("unevenly spaced");
  }

  @Test
  void imagesAtOnePlaceAreDuplicates() throws Exception {
    List<DataSet> slices = stack(0, 2, 4, 6, 6);

    SeriesVerdict verdict = verdict(4, slices);

    assertThat(verdict.traits()).containsExactly(Trait.DUPLICATES);
    assertThat(verdict.classic().isPossible()).isFalse();
  }

  @Test
  void sagittalSlicesGiveClassicModeNoSpacing() throws Exception {
    List<DataSet> slices = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      slices.add(
          Images.slice(0, n + 1)
              .with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "0\\1\\0\\0\\0\\-1")
              .with(Tag.IMAGE_POSITION_PATIENT, Vr.DS, -2 * n + "\\0\\0"));
    }

    SeriesVerdict verdict = verdict(4, slices);

    assertThat(verdict.traits()).contains(Trait.OBLIQUE);
    assertThat(verdict.classic().isPossible()).isFalse();
    assertThat(classic(verdict)).contains("here are the same");
  }

  @Test
  void aPronePatientIsNoted() throws Exception {
    SeriesVerdict verdict =
        verdict(4, with(Tag.IMAGE_ORIENTATION_PATIENT, "-1\\0\\0\\0\\-1\\0", stack(0, 2, 4, 6)));

    assertThat(verdict.traits()).contains(Trait.PRONE).doesNotContain(Trait.OBLIQUE);
    assertThat(verdict.classic().isPossible()).isTrue();
    assertThat(classic(verdict)).contains("face down");
  }

  @Test
  void aTiltedGantryIsShearedBackOrRefused() throws Exception {
    SeriesVerdict slight =
        verdict(
            4,
            with(
                Tag.IMAGE_ORIENTATION_PATIENT,
                "1\\0\\0\\0\\0.9961947\\-0.0871557",
                stack(0, 2, 4, 6)));
    assertThat(slight.traits()).contains(Trait.TILTED).doesNotContain(Trait.OBLIQUE);
    assertThat(slight.physical().sentences().toString()).contains("sheared back");
    assertThat(classic(slight)).contains("cubes are sheared");

    SeriesVerdict steep =
        verdict(
            4,
            with(
                Tag.IMAGE_ORIENTATION_PATIENT,
                "1\\0\\0\\0\\0.9396926\\-0.3420201",
                stack(0, 2, 4, 6)));
    assertThat(steep.classic().isPossible()).isFalse();
    assertThat(classic(steep)).contains("2.000 mm").contains("1.879 mm");
  }

  @Test
  void aStackThinnerThanTheCubeIsThin() throws Exception {
    SeriesVerdict verdict = verdict(64, stack(0, 2, 4, 6));

    assertThat(verdict.traits()).containsExactly(Trait.THIN);
    assertThat(verdict.physical().sentences().toString()).contains("8 mm of the 64 mm");
  }

  @Test
  void aSingleSliceAndOneWithoutAPlaceAreSaid() throws Exception {
    assertThat(verdict(64, stack(0)).traits()).contains(Trait.SINGLE);
    assertThat(verdict(64, stack(0)).classic().isPossible()).isFalse();

    DataSet nowhere = Images.slice(0, 1).without(Tag.IMAGE_POSITION_PATIENT);
    SeriesVerdict none = verdict(64, List.of(nowhere));
    assertThat(none.traits()).containsExactly(Trait.NO_VOLUME);
    assertThat(none.physical().isPossible()).isFalse();
  }

  @Test
  void slopesThatVaryAreSaid() throws Exception {
    List<DataSet> slices = stack(0, 2, 4, 6);
    slices.set(1, slices.get(1).with(Tag.RESCALE_SLOPE, Vr.DS, "2"));

    assertThat(verdict(4, slices).traits()).contains(Trait.RESCALED);
  }
}
