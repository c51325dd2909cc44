package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.voxdesk.Images;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// One slice that cannot be read does not take the others with it, and is never taken for read.
class MissingSlicesTest {
  private static final int SLICES = 9;
  private static final int BROKEN = 4;

  @Test
  void aCorruptSliceIsMissingAndTheOthersAreRead() throws Exception {
    Volume volume = readable(broken(slices()));
    assertThat(volume.missing().keySet()).containsExactly(BROKEN);
    assertThat(volume.missing().get(BROKEN))
        .hasToString("4: the pixel data has 6 bytes where 8 are needed");
    assertThat(volume.isMissing(BROKEN)).isTrue();
    assertThat(volume.slice(BROKEN)).containsOnly(Volume.ABSENT);
    for (int k = 0; k < SLICES; k++) {
      if (k != BROKEN) {
        assertThat(volume.isMissing(k)).isFalse();
        assertThat(volume.slice(k)).containsOnly((short) (100 + k));
      }
    }
    assertThatThrownBy(
            () -> VolumeBuilder.build(broken(slices()), Progress.NONE, Parallel.SEQUENTIAL))
        .isInstanceOf(DicomException.class)
        .hasMessage("4: the pixel data has 6 bytes where 8 are needed");
  }

  @Test
  void aSliceWithRescaleSlopeZeroIsMissing() throws Exception {
    List<DataSet> slices = slices();
    slices.set(0, slices.getFirst().with(Tag.RESCALE_SLOPE, Vr.DS, "0"));
    Volume volume = readable(stack(slices));
    assertThat(volume.missing().get(0)).hasToString("0: the rescale slope is 0");
  }

  @Test
  void aPhysicalCubeIsInvalidWhereverTheMissingSliceIsTouched() throws Exception {
    Volume volume = readable(broken(slices()));
    CubeRequest request =
        CubeRequest.at(new CubePoint.AtVoxel(new Voxel(0, 0, BROKEN))).withSize(8).withMm(0.5);
    Cube cube = Resampler.cube(volume, request);
    // The point is in the middle; slices are 1 mm apart, voxels half a millimetre.
    for (int z = 0; z < 8; z++) {
      double k = BROKEN + (z - 4) * 0.5;
      boolean touches = Math.abs(k - BROKEN) < 1;
      assertThat(cube.isValid(4, 4, z)).as("k = %s", k).isEqualTo(!touches);
      assertThat(cube.value(4, 4, z)).isEqualTo(touches ? cube.fill() : (int) Math.rint(100 + k));
    }
  }

  @Test
  void planesShowNothingWhereTheMissingSliceIsTouched() throws Exception {
    for (boolean padded : new boolean[] {false, true}) {
      List<DataSet> slices = slices();
      if (padded) {
        for (int k = 0; k < SLICES; k++) {
          slices.set(k, slices.get(k).with(Tag.PIXEL_PADDING_VALUE, Vr.SS, "-2000"));
        }
      }
      Volume volume = readable(broken(slices));
      for (Lps down : List.of(new Lps(0, 0, 1), new Lps(0, 0.02, 1).unit())) {
        Lps origin = volume.geometry().lps(0, 0, 0);
        PlaneGrid grid = new PlaneGrid(origin, new Lps(1, 0, 0), down, 0.5, 1, 17);
        short[] values =
            PlaneSampler.sample(
                volume,
                grid,
                PlaneInterpolation.LINEAR,
                Slab.THIN,
                Progress.NONE,
                Parallel.SEQUENTIAL);
        for (int row = 0; row < 17; row++) {
          double k = volume.geometry().index(grid.lps(0, row)).k();
          if (Math.abs(k - BROKEN) < 1) {
            assertThat(values[row]).as("k = %s", k).isEqualTo(PlaneSampler.OUTSIDE);
          } else {
            assertThat((int) values[row])
                .as("k = %s", k)
                .isEqualTo((int) Math.rint((100 + k) * PlaneSampler.finer(volume)));
          }
        }
      }
    }
  }

  @Test
  void classicModeRefusesAVolumeWithAMissingSlice() throws Exception {
    Volume volume = readable(broken(slices()));
    assertThatThrownBy(() -> Resampler.grid(volume, ResampleMode.CLASSIC, 1))
        .isInstanceOf(ResampleException.class)
        .hasMessage(
            "classic mode needs every slice, but 1 could not be read: 4: the pixel data has 6 bytes"
                + " where 8 are needed");
  }

  @Test
  void whereNoSliceCanBeReadThereIsNoVolume() throws Exception {
    List<DataSet> slices = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      slices.add(Images.slice(k, k, 2, 2, new short[3]));
    }
    assertThatThrownBy(() -> readable(stack(slices)))
        .isInstanceOf(DicomException.class)
        .hasMessage("0: the pixel data has 6 bytes where 8 are needed");
  }

  @Test
  void absurdHeadersAreRefusedBeforeAnythingIsAllocated() throws Exception {
    List<DataSet> slices = new ArrayList<>();
    for (DataSet slice : slices()) {
      slices.add(slice.with(Tag.ROWS, Vr.US, "65535").with(Tag.COLUMNS, Vr.US, "65535"));
    }
    assertThatThrownBy(() -> readable(stack(slices)))
        .isInstanceOf(DicomException.class)
        .hasMessage("65535 × 65535 pixels in 9 slices are too big for a volume: 73725 MiB");
  }

  private static List<DataSet> slices() throws DicomException {
    List<DataSet> slices = new ArrayList<>();
    for (int k = 0; k < SLICES; k++) {
      short value = (short) (100 + k);
      slices.add(Images.slice(k, k + 1, 2, 2, value, value, value, value));
    }
    return slices;
  }

  private static SliceStack broken(List<DataSet> slices) throws DicomException {
    slices.set(BROKEN, Images.slice(BROKEN, BROKEN + 1, 2, 2, new short[3]));
    return stack(slices);
  }

  private static Volume readable(SliceStack stack) throws DicomException {
    return VolumeBuilder.buildReadable(stack, Progress.NONE, Parallel.SEQUENTIAL);
  }

  private static SliceStack stack(List<DataSet> slices) throws DicomException {
    var instances = new ArrayList<Instance>();
    for (DataSet slice : slices) {
      instances.add(new Instance(Path.of(Integer.toString(instances.size())), Images.file(slice)));
    }
    return SliceStack.of(new Series("1.2.5", instances));
  }
}
