package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

/// A classic cube is the same region of the full volume, wherever it lies and however large it is.
class ClassicRegionTest {
  @Test
  void aThousandCubesAreRegionsOfTheFullVolume() throws Exception {
    var random = new SplittableRandom(17);
    for (int n = 0; n < 50; n++) {
      ClassicSpacing spacing =
          new ClassicSpacing(pick(random), pick(random), random.nextDouble(0.4, 3));
      Volume volume =
          Volumes.random(
              random.nextInt(12, 50), random.nextInt(12, 50), random.nextInt(6, 30), spacing, n);
      double mm = random.nextInt(3) == 0 ? 1 : random.nextDouble(0.5, 2);
      Volume full =
          Resampler.volume(volume, ResampleMode.CLASSIC, mm, Progress.NONE, Parallel.SEQUENTIAL);
      for (int c = 0; c < 20; c++) {
        compare(volume, full, mm, random);
      }
    }
  }

  private static double pick(SplittableRandom random) {
    return random.nextInt(4) == 0 ? 0.5 : random.nextDouble(0.4, 1.6);
  }

  private static void compare(Volume volume, Volume full, double mm, SplittableRandom random)
      throws Exception {
    Geometry grid = full.geometry();
    int smallest = Math.min(grid.columns(), Math.min(grid.rows(), grid.slices()));
    int size = random.nextInt(1, smallest + 1);
    CubePoint point =
        new CubePoint.AtGrid(
            random.nextInt(grid.columns()),
            random.nextInt(grid.rows()),
            random.nextInt(grid.slices()));
    Cube cube =
        Resampler.cube(
            volume, CubeRequest.at(point).withMode(ResampleMode.CLASSIC).withMm(mm).withSize(size));
    Voxel start = cube.placement().start();
    for (int z = 0; z < size; z++) {
      for (int y = 0; y < size; y++) {
        int from = (int) ((start.j() + y) * grid.columns() + start.i());
        int row = (z * size + y) * size;
        assertThat(Arrays.copyOfRange(cube.values(), row, row + size))
            .isEqualTo(Arrays.copyOfRange(full.slice((int) start.k() + z), from, from + size));
      }
    }
  }
}
