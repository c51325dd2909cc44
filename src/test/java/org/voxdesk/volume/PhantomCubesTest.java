package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Nodules come out of a cube where they are and as large as they are, however the stack lies.
class PhantomCubesTest {
  private static final double LUNG = -850;
  private static final double TISSUE = 40;

  /// Centre and diameter of spheres, somewhere between voxels, millimetres from the middle.
  private static final double[][] SPHERES = {
    {0.3, -0.7, 0.9, 8}, {1.7, 2.2, -2.6, 12}, {-3, 1, 4, 18}
  };

  static Stream<Arguments> spheres() {
    return Stream.of(
            Named.of("even", even()),
            Named.of("oblique", oblique()),
            Named.of("tilted", tilted()),
            Named.of("uneven", uneven()))
        .flatMap(g -> Stream.of(SPHERES).map(sphere -> Arguments.of(g, sphere)));
  }

  private static Geometry even() {
    return Geometry.uniform(SlicePlane.axial(90, 90, 0.7, 0.7), new Lps(-31, -31, -30), 1.25, 49);
  }

  private static SlicePlane askew() {
    Lps row = new Lps(0.8, 0.5, -0.3).unit();
    return new SlicePlane(90, 90, 0.7, 0.7, row, new Lps(0.1, 0.4, 1).cross(row).unit());
  }

  private static Geometry oblique() {
    return Geometry.uniform(askew(), new Lps(10, 20, 30), 1.25, 49);
  }

  private static Geometry tilted() {
    List<Lps> positions = new ArrayList<>();
    for (int k = 0; k < 49; k++) {
      positions.add(new Lps(-31, -31 + (k - 24) * 1.25 * Math.tan(Math.toRadians(15)), k * 1.25));
    }
    return Geometry.of(SlicePlane.axial(90, 90, 0.7, 0.7), positions);
  }

  private static Geometry uneven() {
    SlicePlane plane = askew();
    List<Lps> positions = new ArrayList<>();
    double height = 0;
    for (int k = 0; k < 49; k++) {
      positions.add(new Lps(5, 6, 7).plus(plane.normal().times(height)));
      height += new double[] {0.8, 1.25, 1.6, 1.0, 1.5}[k * 7 % 5];
    }
    return Geometry.of(plane, positions);
  }

  @ParameterizedTest
  @MethodSource("spheres")
  void aSphereIsWhereItIsAndAsLargeAsItIs(Geometry geometry, double[] sphere) throws Exception {
    Lps middle = geometry.lps(45, 45, 24);
    Lps centre = middle.plus(new Lps(sphere[0], sphere[1], sphere[2]));
    Volume volume = Volumes.of(geometry, p -> shade(p, centre, sphere[3] / 2));

    Cube cube = Resampler.cube(volume, CubeRequest.at(new CubePoint.AtLps(centre)).withSize(40));

    assertFound(cube, centre, sphere[3], LUNG, TISSUE, 20);
  }

  /// A ball with an edge as soft as a scanner's: the mean over a millimetre.
  private static double shade(Lps point, Lps centre, double radius) {
    double inside = Math.clamp(radius - point.minus(centre).length() + 0.5, 0, 1);
    return LUNG + inside * (TISSUE - LUNG);
  }

  /// Weighs what is denser than a quarter of the way from the lung to the nodule, so that the noise
  /// and the vessels of the lung do not pull.
  static void assertFound(
      Cube cube, Lps centre, double diameter, double lung, double within, double reach) {
    double mass = 0;
    double volume = 0;
    Lps moment = new Lps(0, 0, 0);
    for (int at = 0; at < cube.values().length; at++) {
      Lps off = offset(cube, at, centre);
      if (off.length() < reach && cube.mask()[at] == 1) {
        double share = (cube.values()[at] - lung) / (within - lung);
        volume += share;
        double weight = share > 0.25 ? Math.min(share, 1) : 0;
        mass += weight;
        moment = moment.plus(off.times(weight));
      }
    }
    double found = Math.cbrt(6 * volume * Math.pow(cube.mm(), 3) / Math.PI);
    assertThat(List.of(moment.times(1 / mass).length(), found / diameter - 1))
        .as("centroid off by mm, diameter by parts")
        .satisfies(
            errors -> {
              assertThat(errors.get(0)).isLessThan(0.1);
              assertThat(errors.get(1)).isBetween(-0.05, 0.05);
            });
  }

  static Lps offset(Cube cube, int at, Lps centre) {
    int size = cube.size();
    int z = at / (size * size);
    return cube.affine().lps(at % size, at / size % size, z).minus(centre);
  }

  @Test
  void theSubvoxelPlaceOfTheClickIsKept() throws Exception {
    Volume volume = Volumes.of(even(), p -> p.x());
    Lps click = even().lps(40.25, 41.75, 20.5);

    CubePlacement placement =
        Resampler.cube(volume, CubeRequest.at(new CubePoint.AtLps(click))).placement();

    assertThat(placement.inCube()).isEqualTo(new Voxel(32, 32, 32));
    assertThat(placement.voxel().i()).isCloseTo(40.25, Offset.offset(1e-9));
    assertThat(placement.voxel().j()).isCloseTo(41.75, Offset.offset(1e-9));
    assertThat(placement.voxel().k()).isCloseTo(20.5, Offset.offset(1e-9));
  }
}
