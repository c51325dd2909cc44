package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeometryTest {
  static Stream<Geometry> geometries() {
    return Stream.of(
        Volumes.oblique(),
        Volumes.tilted(),
        Volumes.uneven(),
        skewed(),
        Geometry.ofSingleSlice(SlicePlane.axial(10, 20, 0.5, 0.6), new Lps(1, 2, 3), 4));
  }

  // Direction cosines as they stand in files, rounded so that they are not quite perpendicular.
  private static Geometry skewed() {
    SlicePlane plane =
        new SlicePlane(512, 512, 0.7, 0.7, new Lps(0.99, 0.12, 0.01), new Lps(-0.11, 0.98, 0.02));
    return Geometry.uniform(plane, new Lps(3, 2, 1), 3, 40);
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void indexIsTheInverseOfLpsInsideAndOutside(Geometry geometry) {
    Random random = new Random(1);
    for (int n = 0; n < 500; n++) {
      Voxel voxel =
          new Voxel(
              random.nextDouble(-20, geometry.columns() + 20),
              random.nextDouble(-20, geometry.rows() + 20),
              random.nextDouble(-5, geometry.slices() + 5));

      Voxel back = geometry.index(geometry.lps(voxel));

      assertThat(back.i()).isCloseTo(voxel.i(), within(1e-9));
      assertThat(back.j()).isCloseTo(voxel.j(), within(1e-9));
      assertThat(back.k()).isCloseTo(voxel.k(), within(1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void sliceCentresLieWhereTheyWereSaidToLie(Geometry geometry) {
    for (int k = 0; k < geometry.slices(); k++) {
      assertThat(geometry.lps(0, 0, k)).isEqualTo(geometry.position(k));
    }
  }

  @Test
  void spacingOfColumnsRunsAlongTheRowDirection() {
    Geometry geometry =
        Geometry.uniform(SlicePlane.axial(4, 4, 0.5, 0.75), new Lps(10, 20, 30), 2, 3);

    assertThat(geometry.lps(2, 1, 1.5)).isEqualTo(new Lps(11, 20.75, 33));
  }

  @Test
  void unevenStackInterpolatesBetweenItsPositionsAndGoesOnBeyondThem() {
    Geometry geometry =
        Geometry.of(
            SlicePlane.axial(4, 4, 1, 1),
            List.of(new Lps(0, 0, 0), new Lps(0, 0, 1), new Lps(0, 0, 5)));

    assertThat(geometry.lps(0, 0, 1.25).z()).isEqualTo(2);
    assertThat(geometry.lps(0, 0, -1).z()).isEqualTo(-1);
    assertThat(geometry.lps(0, 0, 3).z()).isEqualTo(9);
    assertThat(geometry.sliceSpacing()).isEqualTo(2.5);
    assertThat(geometry.isUniform()).isFalse();
    assertThat(geometry.affine()).isEmpty();
  }

  @Test
  void positionsRoundedToAHundredthMillimetreStillCountAsEven() {
    Geometry geometry =
        Geometry.of(
            SlicePlane.axial(4, 4, 1, 1),
            Stream.of(0.0, 1.33, 2.67, 4.0, 5.33).map(z -> new Lps(0, 0, z)).toList());

    assertThat(geometry.isUniform()).isTrue();
  }

  @Test
  void tiltIsTheAngleBetweenNormalAndStack() {
    assertThat(Volumes.tilted().tiltDegrees()).isCloseTo(15, within(1e-9));
    assertThat(Volumes.oblique().tiltDegrees()).isCloseTo(0, within(1e-9));
  }

  @Test
  void affineOfATiltedStackAgreesWithLps() {
    Geometry geometry = Volumes.tilted();
    Affine affine = geometry.affine().orElseThrow();
    Lps expected = geometry.lps(7.5, 3, 21.25);
    double[][] matrix = affine.matrix();

    assertThat(affine.lps(7.5, 3, 21.25).minus(expected).length()).isLessThan(1e-9);
    double y = matrix[1][0] * 7.5 + matrix[1][1] * 3 + matrix[1][2] * 21.25 + matrix[1][3];
    assertThat(y).isCloseTo(expected.y(), within(1e-9));
  }

  @Test
  void voxelsReachHalfASpacingAroundTheirCentres() {
    Geometry geometry = Volumes.oblique();

    assertThat(geometry.contains(new Voxel(-0.5, 49.5, 29.5))).isTrue();
    assertThat(geometry.contains(new Voxel(-0.51, 0, 0))).isFalse();
    assertThat(geometry.contains(new Voxel(0, 49.51, 0))).isFalse();
    assertThat(geometry.contains(new Voxel(0, 0, Double.NaN))).isFalse();
  }

  @Test
  void stackThatDoesNotAscendIsRefused() {
    SlicePlane plane = SlicePlane.axial(4, 4, 1, 1);

    assertThatThrownBy(() -> Geometry.of(plane, List.of(new Lps(0, 0, 1), new Lps(5, 0, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("slice 1 does not lie above slice 0");
  }

  @Test
  void whatIsNothingButRoundingIsNotWritten() {
    Affine noisy =
        new Affine(
            new Lps(1.0000000000000004, 4.44e-16, -0.0),
            new Lps(-1e-17, 0.7 - 1e-15, 0),
            new Lps(0, 1e-9, 2.5),
            new Lps(-191.99999999999997, 12.25, -3000.0000001));

    Affine written = noisy.withoutNoise();

    assertThat(written)
        .isEqualTo(
            new Affine(
                new Lps(1, 0, 0),
                new Lps(0, 0.7 - 1e-15, 0),
                new Lps(0, 1e-9, 2.5),
                new Lps(-192, 12.25, -3000.0000001)));
    assertThat(written.withoutNoise()).isEqualTo(written);
  }
}
