package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

class PhysicalResamplerTest {
  private static final Lps SLOPE = new Lps(9.5, -7.25, 11);

  static Stream<Geometry> geometries() {
    return Stream.of(Volumes.straight(), Volumes.oblique(), Volumes.tilted(), Volumes.uneven());
  }

  private static double ramp(Lps point) {
    return 40 + SLOPE.dot(point);
  }

  private static CubePoint middle(Geometry geometry) {
    return new CubePoint.AtVoxel(
        new Voxel(geometry.columns() / 2.3, geometry.rows() / 2.1, geometry.slices() / 1.9));
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void linearRampIsReproducedWhereTheCubeIsValid(Geometry geometry) throws Exception {
    Volume volume = Volumes.of(geometry, PhysicalResamplerTest::ramp);

    Cube cube = Resampler.cube(volume, CubeRequest.at(middle(geometry)));

    assertThat(cube.validCount()).isBetween(20_000, 64 * 64 * 64 - 1);
    int checked = 0;
    for (int z = 0; z < 64; z++) {
      for (int y = 0; y < 64; y++) {
        for (int x = 0; x < 64; x++) {
          if (cube.isValid(x, y, z)) {
            double expected = ramp(cube.affine().lps(x, y, z));
            assertThat((double) cube.value(x, y, z)).isCloseTo(expected, within(1.01));
            checked++;
          } else {
            assertThat(cube.value(x, y, z)).isEqualTo(-1000);
          }
        }
      }
    }
    assertThat(checked).isEqualTo(cube.validCount());
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void maskMarksExactlyWhatLiesBetweenTheOutermostCentres(Geometry geometry) throws Exception {
    Volume volume = Volumes.of(geometry, PhysicalResamplerTest::ramp);

    Cube cube = Resampler.cube(volume, CubeRequest.at(middle(geometry)));

    for (int z = 0; z < 64; z++) {
      for (int y = 0; y < 64; y++) {
        for (int x = 0; x < 64; x++) {
          Voxel voxel = geometry.index(cube.affine().lps(x, y, z));
          boolean inside =
              within(voxel.i(), geometry.columns())
                  && within(voxel.j(), geometry.rows())
                  && within(voxel.k(), geometry.slices());
          if (cube.isValid(x, y, z) != inside) {
            assertThat(cube.isValid(x, y, z)).as("%s", voxel).isEqualTo(inside);
          }
        }
      }
    }
  }

  private static boolean within(double index, int length) {
    return index >= -1e-6 && index <= length - 1 + 1e-6;
  }

  private static org.assertj.core.data.Offset<Double> within(double offset) {
    return org.assertj.core.data.Offset.offset(offset);
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void constantVolumeStaysConstant(Geometry geometry) throws Exception {
    Volume volume = Volumes.of(geometry, point -> -777);

    Cube cube = Resampler.cube(volume, CubeRequest.at(middle(geometry)).withMm(0.37));

    for (int i = 0; i < cube.values().length; i++) {
      int expected = cube.mask()[i] == 1 ? -777 : -1000;
      if (cube.values()[i] != expected) {
        assertThat(cube.values()[i]).isEqualTo((short) expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void clickedPointLiesAtHalfTheSize(Geometry geometry) throws Exception {
    Volume volume = Volumes.of(geometry, PhysicalResamplerTest::ramp);
    Lps point = geometry.lps(2.2, 3.3, 4.4);

    for (int size : new int[] {64, 33}) {
      Cube cube = Resampler.cube(volume, CubeRequest.at(new CubePoint.AtLps(point)).withSize(size));

      int centre = size / 2;
      assertThat(cube.placement().inCube()).isEqualTo(new Voxel(centre, centre, centre));
      assertThat(cube.affine().lps(centre, centre, centre).minus(point).length()).isLessThan(1e-9);
      assertThat((double) cube.value(centre, centre, centre)).isCloseTo(ramp(point), within(1.01));
      assertThat(cube.placement().shift()).isEqualTo(new Voxel(0, 0, 0));
    }
  }

  @Test
  void singleVoxelIsFoundAtTheClick() throws Exception {
    short[][] slices = new short[9][11 * 13];
    slices[4][6 * 11 + 3] = 1234;
    Geometry geometry =
        Geometry.uniform(SlicePlane.axial(11, 13, 0.8, 0.6), new Lps(1, 2, 3), 2.5, 9);

    Cube cube =
        Resampler.cube(
            Volume.of(geometry, slices),
            CubeRequest.at(new CubePoint.AtVoxel(new Voxel(3, 6, 4))).withSize(4).withMm(0.4));

    assertThat(cube.value(2, 2, 2)).isEqualTo(1234);
    // Half a column, two thirds of a row, and 0.16 of a slice away.
    assertThat(cube.value(1, 2, 2)).isEqualTo(617);
    assertThat(cube.value(2, 1, 2)).isEqualTo(411);
    assertThat(cube.value(2, 2, 3)).isEqualTo(1037);
  }

  @Test
  void halvesAreRoundedToEvenOnce() throws Exception {
    Geometry geometry = Geometry.uniform(SlicePlane.axial(3, 1, 2, 2), new Lps(0, 0, 0), 2, 1);
    Volume volume = Volume.of(geometry, new short[][] {{0, 1, 2}});

    Volume finer = physical(volume, 1);

    assertThat(finer.slice(0)).containsExactly(0, 0, 1, 2, 2);
  }

  private static Volume physical(Volume volume, double mm) throws ResampleException {
    return Resampler.volume(volume, ResampleMode.PHYSICAL, mm, Progress.NONE, Parallel.SEQUENTIAL);
  }

  @Test
  void voxelsThatTouchPaddingAreNotValid() throws Exception {
    short[][] slices = new short[5][5 * 5];
    slices[2][2 * 5 + 2] = -2000;
    Geometry geometry = Geometry.uniform(SlicePlane.axial(5, 5, 1, 1), new Lps(0, 0, 0), 1, 5);
    Volume volume = Volume.of(geometry, slices).withPadding(-2000);

    Cube onGrid = cubeAt(volume, new Voxel(2, 2, 2));
    Cube between = cubeAt(volume, new Voxel(1.5, 1.5, 1.5));

    assertThat(onGrid.validCount()).isEqualTo(26);
    assertThat(onGrid.isValid(1, 1, 1)).isFalse();
    assertThat(onGrid.value(1, 1, 1)).isEqualTo(-55);
    assertThat(onGrid.value(0, 1, 1)).isEqualTo(0);
    // Samples at 0.5, 1.5 and 2.5: those at 1.5 and 2.5 in all three axes touch voxel 2, 2, 2.
    assertThat(between.validCount()).isEqualTo(27 - 8);
    assertThat(between.isValid(0, 1, 1)).isTrue();
    assertThat(between.isValid(2, 1, 2)).isFalse();
  }

  private static Cube cubeAt(Volume volume, Voxel voxel) throws ResampleException {
    return Resampler.cube(
        volume, CubeRequest.at(new CubePoint.AtVoxel(voxel)).withSize(3).withFill(-55));
  }

  @Test
  void singleSliceReachesHalfItsSpacing() throws Exception {
    Geometry geometry = Geometry.ofSingleSlice(SlicePlane.axial(20, 20, 1, 1), new Lps(0, 0, 0), 5);
    Volume volume = Volumes.of(geometry, point -> 100);

    Cube cube =
        Resampler.cube(
            volume, CubeRequest.at(new CubePoint.AtVoxel(new Voxel(10, 10, 0))).withSize(8));

    // z from -4 to 3 mm; within 2.5 mm of the slice are -2 to 2.
    assertThat(cube.validCount()).isEqualTo(5 * 8 * 8);
    assertThat(cube.isValid(4, 4, 2)).isTrue();
    assertThat(cube.isValid(4, 4, 1)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void volumeHoldsTheWholeScanOnEvenMillimetres(Geometry geometry) throws Exception {
    Volume volume = Volumes.of(geometry, PhysicalResamplerTest::ramp);

    Geometry grid = physical(volume, 1.3).geometry();

    assertThat(grid.sliceSpacing()).isCloseTo(1.3, within(1e-9));
    assertThat(grid.plane().columnSpacing()).isEqualTo(1.3);
    for (double i : new double[] {0, geometry.columns() - 1}) {
      for (double j : new double[] {0, geometry.rows() - 1}) {
        for (double k : new double[] {0, geometry.slices() - 1}) {
          Voxel corner = grid.index(geometry.lps(i, j, k));
          assertThat(corner.i()).isBetween(-1e-6, grid.columns() + 1e-6);
          assertThat(corner.j()).isBetween(-1e-6, grid.rows() + 1e-6);
          assertThat(corner.k()).isBetween(-1e-6, grid.slices() + 1e-6);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void cubeAtAGridVoxelEqualsThatRegionOfTheVolume(Geometry geometry) throws Exception {
    Volume volume = Volumes.of(geometry, point -> 1000 * Math.sin(point.dot(SLOPE) / 60));
    Volume whole = physical(volume, 1);

    Cube cube =
        Resampler.cube(volume, CubeRequest.at(new CubePoint.AtGrid(20, 18, 21)).withSize(12));

    for (int z = 0; z < 12; z++) {
      for (int y = 0; y < 12; y++) {
        for (int x = 0; x < 12; x++) {
          int there = whole.value(14 + x, 12 + y, 15 + z);
          // Sampling places agree to rounding in the geometry, so values may differ in the last
          // unit.
          assertThat(cube.value(x, y, z)).isBetween(there - 1, there + 1);
        }
      }
    }
  }

  @Test
  void pointOutsideTheScanIsRefused() {
    Geometry geometry = Volumes.oblique();
    Volume volume = Volumes.of(geometry, point -> 0);
    CubePoint outside = new CubePoint.AtLps(geometry.lps(12, 70, 3));

    assertThatThrownBy(() -> Resampler.cube(volume, CubeRequest.at(outside)))
        .isInstanceOf(ResampleException.class)
        .hasMessage("the point lies outside the scan: voxel 12.0, 70.0, 3.0 of 60 × 50 × 30");
  }

  @Test
  void senselessSizesAreRefused() {
    Geometry geometry = Volumes.oblique();
    Volume volume = Volumes.of(geometry, point -> 0);
    CubeRequest request = CubeRequest.at(middle(geometry));

    for (CubeRequest refused :
        new CubeRequest[] {
          request.withSize(0),
          request.withSize(5000),
          request.withMm(0),
          request.withMm(-1),
          request.withMm(Double.NaN),
          request.withMm(1e-6),
          request.withFill(40_000)
        }) {
      assertThatThrownBy(() -> Resampler.cube(volume, refused))
          .isInstanceOf(ResampleException.class);
    }
  }
}
