package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.voxdesk.TestData;
import org.voxdesk.export.NpyArray;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

class ClassicResamplerTest {
  private static NpyArray golden(int number, String part) throws IOException {
    return NpyArray.read(TestData.golden(String.format("resample/case%02d_%s.npy", number, part)));
  }

  private static Volume goldenInput(int number) throws IOException {
    JsonNode spacing =
        new ObjectMapper()
            .readTree(TestData.golden("resample/cases.json").toFile())
            .get(number)
            .get("spacing_xyz");
    double x = spacing.get(0).asDouble();
    double y = spacing.get(1).asDouble();
    double z = spacing.get(2).asDouble();
    NpyArray in = golden(number, "in");
    int[] shape = in.shape();
    short[] values = in.shorts();
    int plane = shape[1] * shape[2];
    short[][] slices = new short[shape[0]][];
    Arrays.setAll(slices, k -> Arrays.copyOfRange(values, k * plane, (k + 1) * plane));
    Geometry geometry =
        Geometry.uniform(SlicePlane.axial(shape[2], shape[1], x, y), new Lps(0, 0, 0), z, shape[0]);
    return Volume.of(geometry, slices).withClassicSpacing(new ClassicSpacing(x, y, z));
  }

  private static Volume whole(Volume volume, double mm) throws ResampleException {
    return Resampler.volume(volume, ResampleMode.CLASSIC, mm, Progress.NONE, Parallel.SEQUENTIAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void volumeEqualsTheRecipesOutput(int number) throws Exception {
    NpyArray expected = golden(number, "linear");

    // These volumes were made by the resampling step alone, some with a -2000 in their noise.
    ClassicResampler actual = ClassicResampler.of(goldenInput(number), 1.0, false);

    Geometry geometry = actual.geometry();
    assertThat(new int[] {geometry.slices(), geometry.rows(), geometry.columns()})
        .isEqualTo(expected.shape());
    short[] values = expected.shorts();
    int plane = geometry.rows() * geometry.columns();
    short[] out = new short[plane];
    for (int k = 0; k < geometry.slices(); k++) {
      actual.slice(k, out);
      assertThat(out).isEqualTo(Arrays.copyOfRange(values, k * plane, (k + 1) * plane));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
  void maskEqualsTheRecipesOutput(int number) throws Exception {
    Volume volume = goldenInput(number);
    NpyArray expected = golden(number, "mask_nearest");
    byte[] values = expected.bytes();
    byte set = 0;
    for (byte value : values) {
      set = value == 0 ? set : value;
    }
    Geometry source = volume.geometry();
    byte[][] mask = new byte[source.slices()][source.columns() * source.rows()];
    for (int k = 0; k < mask.length; k++) {
      for (int i = 0; i < mask[k].length; i++) {
        mask[k][i] = volume.slice(k)[i] > 400 ? set : 0;
      }
    }

    ClassicResampler resampler = ClassicResampler.of(volume, 1.0);

    Geometry grid = resampler.geometry();
    int plane = grid.columns() * grid.rows();
    byte[] out = new byte[plane];
    for (int k = 0; k < grid.slices(); k++) {
      resampler.maskSlice(mask, k, out);
      assertThat(out).isEqualTo(Arrays.copyOfRange(values, k * plane, (k + 1) * plane));
    }
  }

  // Twelve kinds of grid: copies in z or in the plane, halves with few and many slices and odd
  // edges,
  // enlarging and reducing, unequal spacing.
  @ParameterizedTest
  @CsvSource({
    "31, 40, 9, 0.703, 0.703, 2.5, 1",
    "20, 20, 20, 1, 1, 1, 1",
    "21, 19, 12, 1, 1.001, 1.7, 1",
    "41, 43, 9, 0.5, 0.5, 1, 1",
    "40, 44, 9, 0.5, 0.5, 0.4, 1",
    "43, 41, 3, 0.5, 0.5, 1.1, 1",
    "43, 41, 2, 0.5, 0.5, 0.5, 1",
    "30, 31, 14, 1, 1, 0.7, 2",
    "17, 18, 15, 2.3, 0.4, 0.6, 1",
    "12, 60, 10, 3, 0.7, 3, 1.3",
    "25, 25, 1, 0.9, 0.9, 2, 1",
    "2, 3, 2, 2.5, 1.5, 4, 0.5"
  })
  void anyCubeEqualsTheSameRegionOfThePlainlyWrittenRecipe(
      int columns, int rows, int slices, double sx, double sy, double sz, double mm)
      throws Exception {
    Volume volume =
        Volumes.random(columns, rows, slices, new ClassicSpacing(sx, sy, sz), columns * 31L + rows);
    short[][][] expected = ClassicReference.resample(volume, mm);
    Geometry grid = ClassicResampler.of(volume, mm).geometry();
    assertThat(grid.slices()).isEqualTo(expected.length);
    assertThat(grid.rows()).isEqualTo(expected[0].length);
    assertThat(grid.columns()).isEqualTo(expected[0][0].length);
    Random random = new Random(7);
    int longest = Math.min(grid.columns(), Math.min(grid.rows(), grid.slices()));
    for (int n = 0; n < 40; n++) {
      CubePoint point =
          new CubePoint.AtGrid(
              random.nextInt(grid.columns()),
              random.nextInt(grid.rows()),
              random.nextInt(grid.slices()));

      Cube cube =
          Resampler.cube(
              volume,
              CubeRequest.at(point)
                  .withMode(ResampleMode.CLASSIC)
                  .withMm(mm)
                  .withSize(1 + random.nextInt(longest)));

      assertRegion(expected, cube);
    }
  }

  private static void assertRegion(short[][][] expected, Cube cube) {
    Voxel start = cube.placement().start();
    for (int z = 0; z < cube.size(); z++) {
      for (int y = 0; y < cube.size(); y++) {
        for (int x = 0; x < cube.size(); x++) {
          short there = expected[(int) start.k() + z][(int) start.j() + y][(int) start.i() + x];
          if (cube.value(x, y, z) != there) {
            assertThat(cube.value(x, y, z)).as("%d %d %d of %s", x, y, z, start).isEqualTo(there);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "40, 41, 6, 0.7, 0.7, 2.5",
    "40, 44, 9, 0.5, 0.5, 1",
    "43, 41, 3, 0.5, 0.5, 1.1",
    "20, 20, 20, 1, 1, 1"
  })
  void wholeVolumeEqualsThePlainlyWrittenRecipe(
      int columns, int rows, int slices, double sx, double sy, double sz) throws Exception {
    Volume volume = Volumes.random(columns, rows, slices, new ClassicSpacing(sx, sy, sz), 3);
    short[][][] expected = ClassicReference.resample(volume, 1);

    Volume actual = whole(volume, 1);

    for (int k = 0; k < expected.length; k++) {
      short[] flat = new short[actual.geometry().columns() * actual.geometry().rows()];
      for (int y = 0; y < expected[k].length; y++) {
        System.arraycopy(expected[k][y], 0, flat, y * expected[k][y].length, expected[k][y].length);
      }
      assertThat(actual.slice(k)).isEqualTo(flat);
    }
  }

  private static Volume small() {
    return Volumes.random(60, 50, 20, new ClassicSpacing(0.8, 0.8, 2), 1);
  }

  private static Cube classicCube(double x, double y, double z) throws ResampleException {
    return Resampler.cube(
        small(),
        CubeRequest.at(new CubePoint.AtGrid(x, y, z)).withMode(ResampleMode.CLASSIC).withSize(16));
  }

  @Test
  void cubeBeginsHalfItsSizeBeforeThePoint() throws Exception {
    CubePlacement placement = classicCube(24, 20, 19).placement();

    assertThat(placement.start()).isEqualTo(new Voxel(16, 12, 11));
    assertThat(placement.inCube()).isEqualTo(new Voxel(8, 8, 8));
    assertThat(placement.shift()).isEqualTo(new Voxel(0, 0, 0));
    assertThat(placement.yClamped()).isFalse();
  }

  @Test
  void cubeNearTheEdgeIsMovedInsideAndSaysSo() throws Exception {
    CubePlacement placement = classicCube(2, 39, 38).placement();

    assertThat(placement.start()).isEqualTo(new Voxel(0, 24, 24));
    assertThat(placement.shift()).isEqualTo(new Voxel(6, -7, -6));
    assertThat(placement.inCube()).isEqualTo(new Voxel(2, 15, 14));
    assertThat(placement.yClamped()).isTrue();
  }

  @Test
  void fractionalGridPointIsTruncatedAsTheRecipeDoes() throws Exception {
    CubePlacement placement = classicCube(24.9, 20.5, 19.1).placement();

    assertThat(placement.start()).isEqualTo(new Voxel(16, 12, 11));
    assertThat(placement.inCube().i()).isCloseTo(8.9, within(1e-9));
  }

  @Test
  void pointInMillimetresFallsOnItsNearestGridVoxel() throws Exception {
    Geometry geometry = small().geometry();
    Lps point = geometry.lps(30.2, 25.1, 10);

    Cube cube =
        Resampler.cube(
            small(),
            CubeRequest.at(new CubePoint.AtLps(point)).withMode(ResampleMode.CLASSIC).withSize(16));

    // (30.2 + 0.5) * 0.8 - 0.5 = 24.06, (25.1 + 0.5) * 0.8 - 0.5 = 19.98, (10 + 0.5) * 2 - 0.5 =
    // 20.5
    assertThat(cube.placement().grid().i()).isCloseTo(24.06, within(1e-9));
    assertThat(cube.placement().start()).isEqualTo(new Voxel(16, 12, 12));
    assertThat(cube.placement().lps().minus(point).length()).isLessThan(1e-9);
  }

  @Test
  void affineCarriesThePointInTheCubeBackToThePatient() throws Exception {
    CubePlacement placement = classicCube(2, 39, 38).placement();
    Voxel inCube = placement.inCube();

    Lps back = classicCube(2, 39, 38).affine().lps(inCube.i(), inCube.j(), inCube.k());

    assertThat(back.minus(placement.lps()).length()).isLessThan(1e-9);
  }

  @Test
  void classicMaskIsAllValid() throws Exception {
    assertThat(classicCube(2, 39, 38).validCount()).isEqualTo(16 * 16 * 16);
  }

  @Test
  void gridSmallerThanTheCubeIsRefused() {
    CubeRequest request =
        CubeRequest.at(new CubePoint.AtGrid(24, 20, 19)).withMode(ResampleMode.CLASSIC);

    assertThatThrownBy(() -> Resampler.cube(small(), request))
        .isInstanceOf(ResampleException.class)
        .hasMessage(
            "the resampled volume, 48 × 40 × 40, is smaller than the cube of 64, which classic mode"
                + " cannot fill; use physical mode or a smaller cube");
  }

  @Test
  void pointOutsideTheVolumeIsRefused() {
    assertThatThrownBy(() -> classicCube(24, 20, 40))
        .isInstanceOf(ResampleException.class)
        .hasMessageStartingWith("the point lies outside the scan: voxel 30.1, 25.1, 19.8 of");
  }

  @Test
  void volumeWithoutASliceSpacingInZIsRefused() {
    Volume unknown = Volume.of(small().geometry(), new short[20][60 * 50]);
    Volume zero = small().withClassicSpacing(new ClassicSpacing(0.8, 0.8, 0));

    for (Volume refused : new Volume[] {unknown, zero}) {
      assertThatThrownBy(() -> Resampler.grid(refused, ResampleMode.CLASSIC, 1))
          .isInstanceOf(ResampleException.class)
          .hasMessageContaining("slice spacing");
    }
  }
}
