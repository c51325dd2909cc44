package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SamplingTest {
  private static final Lps SLOPE = new Lps(9.5, -7.25, 11);
  private static final Sampling CUBIC = new Sampling(Sampling.Kernel.CUBIC, false);
  private static final Sampling SMOOTH = new Sampling(Sampling.Kernel.LINEAR, true);
  private static final Sampling SMOOTH_CUBIC = new Sampling(Sampling.Kernel.CUBIC, true);

  static Stream<Arguments> samplings() {
    return Stream.of(Sampling.LINEAR, CUBIC, SMOOTH, SMOOTH_CUBIC)
        .flatMap(
            sampling ->
                Stream.of(Volumes.straight(), Volumes.oblique(), Volumes.tilted(), Volumes.uneven())
                    .flatMap(
                        g -> Stream.of(0.6, 1.0, 1.9).map(mm -> Arguments.of(sampling, g, mm))));
  }

  private static Cube cube(Volume volume, Sampling sampling, double mm) throws Exception {
    Geometry geometry = volume.geometry();
    CubePoint middle =
        new CubePoint.AtVoxel(
            new Voxel(geometry.columns() / 2.3, geometry.rows() / 2.1, geometry.slices() / 1.9));
    GridRequest grid = GridRequest.of(ResampleMode.PHYSICAL, mm).withSampling(sampling);
    return Resampler.cube(volume, CubeRequest.at(middle).withGrid(grid));
  }

  @ParameterizedTest
  @MethodSource("samplings")
  void rampsAreReproducedUpToTheEdges(Sampling sampling, Geometry geometry, double mm)
      throws Exception {
    Cube cube = cube(Volumes.of(geometry, p -> 40 + SLOPE.dot(p)), sampling, mm);

    double worst = 0;
    for (int at = 0; at < cube.values().length; at++) {
      if (cube.mask()[at] == 1) {
        int z = at / 4096;
        Lps place = cube.affine().lps(at % 64, at / 64 % 64, z);
        worst = Math.max(worst, Math.abs(cube.values()[at] - 40 - SLOPE.dot(place)));
      }
    }
    assertThat(worst).isLessThanOrEqualTo(1.5);
    assertThat(cube.validCount()).isEqualTo(cube(flat(geometry), Sampling.LINEAR, mm).validCount());
  }

  private static Volume flat(Geometry geometry) {
    return Volumes.of(geometry, p -> -777);
  }

  @ParameterizedTest
  @MethodSource("samplings")
  void constantsAreReproducedExactly(Sampling sampling, Geometry geometry, double mm)
      throws Exception {
    Cube cube = cube(flat(geometry), sampling, mm);

    for (int at = 0; at < cube.values().length; at++) {
      if (cube.values()[at] != (cube.mask()[at] == 1 ? -777 : -1000)) {
        assertThat(cube.values()[at]).isEqualTo((short) (cube.mask()[at] == 1 ? -777 : -1000));
      }
    }
  }

  @Test
  void cubicGoesThroughAParabolaBetweenUnevenVoxels() {
    double[] positions = {0, 1, 3, 4.5, 7};
    for (double place : List.of(1.25, 1.5, 2.1, 2.9)) {
      AxisTap tap = AxisTap.of(place, 5, k -> positions[k], 1, CUBIC);
      int below = (int) place;
      double at = positions[below] + (place - below) * (positions[below + 1] - positions[below]);
      double sum = 0;
      for (int n = 0; n < tap.weights().length; n++) {
        sum += tap.weights()[n] * positions[tap.first() + n] * positions[tap.first() + n];
      }
      assertThat(sum).isCloseTo(at * at, Offset.offset(1e-5));
    }
  }

  @Test
  void averagingTakesTheNoiseDownWhereTheGridShrinks() throws Exception {
    Volume noise = Volumes.random(64, 64, 40, new ClassicSpacing(0.5, 0.5, 0.5), 5);
    // Values of all of int16 without -2000s between them.
    double plain = spread(cube(noise, Sampling.LINEAR, 1));
    double smooth = spread(cube(noise, SMOOTH, 1));

    assertThat(smooth).isLessThan(0.6 * plain);
  }

  private static double spread(Cube cube) {
    double[] values =
        java.util.stream.IntStream.range(0, cube.values().length)
            .filter(at -> cube.mask()[at] == 1)
            .mapToDouble(at -> cube.values()[at])
            .toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }

  @Test
  void paddingAndMissingSlicesSpreadToWhatTheyTouchOnly() throws Exception {
    Geometry geometry = Geometry.uniform(SlicePlane.axial(40, 40, 1, 1), new Lps(0, 0, 0), 1, 40);
    Volume volume = Volumes.of(geometry, p -> p.x() == 20 && p.y() == 20 ? -2000 : 5);
    CubePoint point = new CubePoint.AtVoxel(new Voxel(20.5, 20.5, 20));
    GridRequest grid = GridRequest.of(ResampleMode.PHYSICAL, 1).withSampling(CUBIC);

    Cube cube =
        Resampler.cube(volume.withPadding(-2000), CubeRequest.at(point).withSize(8).withGrid(grid));

    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        boolean touches = x >= 2 && x <= 5 && y >= 2 && y <= 5;
        assertThat(cube.isValid(x, y, 4)).as(x + " " + y).isEqualTo(!touches);
        assertThat(cube.value(x, y, 4)).isEqualTo(touches ? -1000 : 5);
      }
    }
  }
}
