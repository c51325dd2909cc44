package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

class VolumePlanesTest {
  private static final Lps LEFT = new Lps(1, 0, 0);
  private static final Lps BACK = new Lps(0, 1, 0);
  private static final Lps HEAD = new Lps(0, 0, 1);
  private static final Lps FEET = new Lps(0, 0, -1);

  private static Geometry axial() {
    return Geometry.uniform(SlicePlane.axial(40, 30, 0.8, 0.6), new Lps(-9, 4, 70), 2.5, 20);
  }

  /// Rows towards the back, columns towards the feet, slices towards the right.
  private static Geometry sagittal() {
    return Geometry.uniform(
        new SlicePlane(24, 30, 0.5, 0.5, BACK, FEET), new Lps(50, 4, 70), 3, 20);
  }

  static Stream<Geometry> geometries() {
    return Stream.of(
        axial(),
        sagittal(),
        Volumes.oblique(),
        Volumes.tilted(),
        Volumes.uneven(),
        Geometry.ofSingleSlice(SlicePlane.axial(20, 30, 0.7, 0.9), new Lps(1, 2, 3), 5));
  }

  @Test
  void planesOfTheBodyAreDrawnAsRadiologistsSeeThem() {
    for (Geometry geometry : List.of(axial(), sagittal(), Volumes.tilted())) {
      VolumePlanes planes = VolumePlanes.of(geometry);

      assertThat(planes.right(AnatomicalPlane.AXIAL)).satisfies(is(LEFT));
      assertThat(planes.down(AnatomicalPlane.AXIAL)).satisfies(is(BACK));
      assertThat(planes.right(AnatomicalPlane.CORONAL)).satisfies(is(LEFT));
      assertThat(planes.down(AnatomicalPlane.CORONAL)).satisfies(is(FEET));
      assertThat(planes.right(AnatomicalPlane.SAGITTAL)).satisfies(is(BACK));
      assertThat(planes.down(AnatomicalPlane.SAGITTAL)).satisfies(is(FEET));
    }
  }

  private static short[] thin(Volume volume, PlaneGrid grid) {
    return PlaneSampler.sample(
        volume, grid, PlaneInterpolation.LINEAR, Slab.THIN, Progress.NONE, Parallel.SEQUENTIAL);
  }

  private static Consumer<Lps> is(Lps expected) {
    return actual -> assertThat(actual.minus(expected).length()).isLessThan(1e-12);
  }

  @Test
  void axesOfAnAskewStackAreNamedByWhatTheyAreNearestTo() {
    Geometry geometry = Volumes.oblique();
    VolumePlanes planes = VolumePlanes.of(geometry);
    Lps normal = geometry.normal();

    Lps left = planes.right(AnatomicalPlane.AXIAL);
    Lps back = planes.down(AnatomicalPlane.AXIAL);
    Lps feet = planes.down(AnatomicalPlane.CORONAL);

    assertThat(left.dot(LEFT)).isGreaterThan(0.7);
    assertThat(back.dot(BACK)).isGreaterThan(0.5);
    assertThat(feet.dot(FEET)).isGreaterThan(0.5);
    assertThat(left.cross(back).plus(feet).length()).isLessThan(1e-9);
    assertThat(Math.max(Math.abs(normal.dot(back)), Math.abs(normal.dot(feet))))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void axialPlanesOfAnAxialScanAreItsSlices() {
    Geometry geometry = axial();
    PlaneStack stack = VolumePlanes.of(geometry).stack(AnatomicalPlane.AXIAL);

    assertThat(stack.size()).isEqualTo(20);
    assertThat(stack.step()).isCloseTo(2.5, within(1e-12));
    assertThat(stack.normal()).satisfies(is(HEAD));
    PlaneGrid first = stack.grid(0);
    assertThat(first.mm()).isEqualTo(0.6);
    // 40 columns of 0.8 mm are 32 mm; columns of 0.6 mm about the first centre reach beyond both
    // edges.
    assertThat(first.columns()).isEqualTo(55);
    assertThat(first.rows()).isEqualTo(30);
    assertThat(first.origin().minus(new Lps(-9.6, 4, 70)).length()).isLessThan(1e-9);
    assertThat(stack.grid(19).origin().z()).isCloseTo(117.5, within(1e-9));
  }

  @Test
  void squarePixelsGiveTheSlicesBackUntouched() {
    Geometry geometry =
        Geometry.uniform(SlicePlane.axial(7, 5, 0.7, 0.7), new Lps(-9, 4, 70), 2.5, 4);
    short[][] slices = new short[4][35];
    for (int n = 0; n < 140; n++) {
      slices[n / 35][n % 35] = (short) (n * 37 - 900);
    }
    Volume volume = Volume.of(geometry, slices);
    PlaneStack stack = VolumePlanes.of(volume).stack(AnatomicalPlane.AXIAL);

    for (int k = 0; k < 4; k++) {
      assertThat(thin(volume, stack.grid(k))).isEqualTo(slices[k]);
    }
  }

  @Test
  void coronalAndSagittalPlanesRunThroughVoxelCentres() {
    Geometry geometry = axial();
    PlaneStack coronal = VolumePlanes.of(geometry).stack(AnatomicalPlane.CORONAL);
    PlaneStack sagittal = VolumePlanes.of(geometry).stack(AnatomicalPlane.SAGITTAL);

    assertThat(coronal.size()).isEqualTo(30);
    assertThat(coronal.step()).isEqualTo(0.6);
    assertThat(coronal.normal()).satisfies(is(BACK));
    assertThat(coronal.grid(0).mm()).isEqualTo(0.8);
    assertThat(coronal.grid(0).columns()).isEqualTo(40);
    assertThat(geometry.index(coronal.grid(7).origin()).j()).isCloseTo(7, within(1e-9));
    assertThat(geometry.index(coronal.grid(7).origin()).i()).isCloseTo(0, within(1e-9));
    assertThat(sagittal.size()).isEqualTo(40);
    assertThat(sagittal.normal()).satisfies(is(LEFT));
    assertThat(geometry.index(sagittal.grid(7).origin()).i()).isCloseTo(7, within(1e-9));
    assertThat(geometry.index(sagittal.grid(7).origin()).j()).isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void gridsHoldTheWholeVolume(Geometry geometry) {
    VolumePlanes planes = VolumePlanes.of(geometry);
    Lps askew = new Lps(1, 2, 3).unit();
    for (PlaneStack stack :
        List.of(
            planes.stack(AnatomicalPlane.AXIAL),
            planes.stack(AnatomicalPlane.CORONAL),
            planes.stack(AnatomicalPlane.SAGITTAL),
            planes.stack(askew, askew.cross(LEFT).unit()))) {
      PlaneGrid grid = stack.grid(stack.size() / 2);
      Geometry plane = Geometry.ofSingleSlice(grid.plane(), grid.origin(), 1);
      for (int corner = 0; corner < 8; corner++) {
        Lps point =
            geometry.lps(
                (corner & 1) == 0 ? -0.5 : geometry.columns() - 0.5,
                (corner & 2) == 0 ? -0.5 : geometry.rows() - 0.5,
                (corner & 4) == 0 ? -0.5 : geometry.slices() - 0.5);
        Voxel pixel = plane.index(point);
        assertThat(pixel.i()).isBetween(-0.51, grid.columns() - 0.49);
        assertThat(pixel.j()).isBetween(-0.51, grid.rows() - 0.49);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void indexAscendsAlongTheNormalAndIsFoundAgain(Geometry geometry) {
    VolumePlanes planes = VolumePlanes.of(geometry);
    Lps askew = new Lps(1, 2, 3).unit();
    for (PlaneStack stack :
        List.of(
            planes.stack(AnatomicalPlane.AXIAL),
            planes.stack(AnatomicalPlane.CORONAL),
            planes.stack(AnatomicalPlane.SAGITTAL),
            planes.stack(askew, askew.cross(LEFT).unit()))) {
      for (int n = 0; n < stack.size(); n++) {
        Lps point = stack.grid(n).lps(3, 4);
        assertThat(stack.indexOf(point)).isEqualTo(n);
        assertThat(stack.indexOf(point.plus(stack.normal().times(stack.step() * 0.4))))
            .isEqualTo(n);
      }
      Lps far = stack.normal().times(1e6);
      assertThat(stack.indexOf(far)).isEqualTo(stack.size() - 1);
      assertThat(stack.indexOf(far.times(-1))).isZero();
      Lps normal = stack.grid(0).normal();
      assertThat(Math.abs(normal.dot(stack.normal()))).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void everyPlaneOfAnyStackMeetsTheVolume() {
    Volume volume = Volumes.of(Volumes.tilted(), point -> 100);
    VolumePlanes planes = VolumePlanes.of(volume);
    Lps askew = new Lps(1, 2, 3).unit();
    for (PlaneStack stack :
        List.of(
            planes.stack(AnatomicalPlane.AXIAL),
            planes.stack(AnatomicalPlane.CORONAL),
            planes.stack(askew, askew.cross(LEFT).unit()))) {
      for (int n = 0; n < stack.size(); n++) {
        assertThat(thin(volume, stack.grid(n))).contains((short) 100);
      }
    }
  }

  @Test
  void unevenSlicesAreCoveredFromFirstToLastAtTheSmallestDistance() {
    Lps up = HEAD;
    Geometry missing =
        Geometry.of(
            SlicePlane.axial(4, 4, 1, 1),
            List.of(up.times(0), up.times(2.5), up.times(7.5), up.times(10)));
    PlaneStack stack = VolumePlanes.of(missing).stack(AnatomicalPlane.AXIAL);

    assertThat(stack.size()).isEqualTo(5);
    assertThat(stack.step()).isCloseTo(2.5, within(1e-12));
    for (int k = 0; k < 4; k++) {
      double expected = missing.position(k).z();
      assertThat(stack.grid(stack.indexOf(missing.position(k))).origin().z())
          .isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void slicesWithRoundedPositionsKeepThem() {
    Geometry rounded =
        Geometry.of(
            SlicePlane.axial(4, 4, 1, 1),
            List.of(HEAD.times(0), HEAD.times(0.67), HEAD.times(1.33), HEAD.times(2)));
    PlaneStack stack = VolumePlanes.of(rounded).stack(AnatomicalPlane.AXIAL);

    assertThat(stack.size()).isEqualTo(4);
    assertThat(stack.step()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(stack.grid(2).origin().z()).isCloseTo(1.33, within(1e-12));
  }

  @Test
  void singleSliceIsOnePlaneAndLinesOfVoxels() {
    Geometry geometry =
        Geometry.ofSingleSlice(SlicePlane.axial(20, 30, 0.7, 0.7), new Lps(1, 2, 3), 5);
    VolumePlanes planes = VolumePlanes.of(geometry);

    assertThat(planes.stack(AnatomicalPlane.AXIAL).size()).isEqualTo(1);
    PlaneStack coronal = planes.stack(AnatomicalPlane.CORONAL);
    assertThat(coronal.size()).isEqualTo(30);
    assertThat(coronal.grid(0).rows() * coronal.grid(0).mm()).isBetween(5.0, 5 + 2 * 0.7);
  }

  @Test
  void hugeImagesGetCoarserPixels() {
    Geometry geometry =
        Geometry.ofSingleSlice(SlicePlane.axial(9000, 3, 0.1, 0.1), new Lps(0, 0, 0), 1);

    PlaneGrid grid = VolumePlanes.of(geometry).stack(AnatomicalPlane.AXIAL).grid(0);

    assertThat(grid.columns()).isBetween(4000, PlaneStack.LARGEST);
    assertThat(grid.columns() * grid.mm()).isGreaterThanOrEqualTo(900);
  }

  @Test
  void directionsThatAreNotPerpendicularAreRefused() {
    VolumePlanes planes = VolumePlanes.of(axial());

    assertThatThrownBy(() -> planes.stack(LEFT, new Lps(1, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
