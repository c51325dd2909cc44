package org.voxdesk.app.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.voxdesk.Images;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.SliceLoader;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.study.Instance;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.SlicePlane;

final class OrientationTest {
  private static final Lps ORIGIN = new Lps(0, 0, 0);

  @Test
  void anAxialSliceIsSeenFromTheFeet() {
    assertThat(Orientation.of(axial(), Turn.NONE)).isEqualTo(new Orientation("R", "L", "A", "P"));
  }

  @Test
  void lettersTurnWithTheSlice() {
    assertThat(Orientation.of(axial(), Turn.NONE.flippedHorizontally()))
        .isEqualTo(new Orientation("L", "R", "A", "P"));
    assertThat(Orientation.of(axial(), Turn.NONE.rotated(1)))
        .isEqualTo(new Orientation("P", "A", "R", "L"));
  }

  @Test
  void anObliqueSliceHasTwoLetters() {
    Lps row = new Lps(1, 1, 0);
    SlicePlane plane = new SlicePlane(4, 4, 1, 1, row, new Lps(0, 0, -1));
    assertThat(Orientation.of(Optional.of(Geometry.ofSingleSlice(plane, ORIGIN, 1)), Turn.NONE))
        .isEqualTo(new Orientation("RA", "LP", "H", "F"));
  }

  @Test
  void aSliceThatSaysHowItLiesButNotWhereHasLetters(@TempDir Path folder) throws Exception {
    DataSet slice = Images.slice(0, 1);
    for (Tag tag : List.of(Tag.IMAGE_POSITION_PATIENT, Tag.PIXEL_SPACING)) {
      LoadedSlice shown =
          SliceLoader.load(new Instance(folder, Images.file(slice.without(tag))), 0);
      assertThat(shown.place()).isEmpty();
      assertThat(Orientation.of(shown, Turn.NONE)).isEqualTo(new Orientation("R", "L", "A", "P"));
    }
    DataSet parallel =
        slice
            .without(Tag.IMAGE_POSITION_PATIENT)
            .with(Tag.IMAGE_ORIENTATION_PATIENT, Vr.DS, "1\\0\\0\\1\\0\\0");
    LoadedSlice shown = SliceLoader.load(new Instance(folder, Images.file(parallel)), 0);
    assertThat(Orientation.of(shown, Turn.NONE)).isEqualTo(Orientation.NONE);
  }

  @Test
  void aSliceThatLiesNowhereHasNoLetters() {
    assertThat(Orientation.of(Optional.empty(), Turn.NONE))
        .isEqualTo(new Orientation("", "", "", ""));
  }

  private static Optional<Geometry> axial() {
    return Optional.of(Geometry.ofSingleSlice(SlicePlane.axial(4, 4, 1, 1), ORIGIN, 1));
  }
}
