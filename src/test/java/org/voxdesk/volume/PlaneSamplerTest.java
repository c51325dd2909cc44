package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;

class PlaneSamplerTest {
  private static final Lps SLOPE = new Lps(9.5, -7.25, 11);
  private static final Lps ZERO = new Lps(0, 0, 0);

  /// How far a value may be from the exact one: rounding, and what float loses.
  private static final double ROUNDED = 0.51;

  static Stream<Geometry> geometries() {
    return Stream.of(
        Volumes.oblique(),
        Volumes.tilted(),
        Volumes.uneven(),
        Geometry.uniform(SlicePlane.axial(40, 30, 0.8, 0.6), new Lps(-9, 4, 70), 2.5, 20),
        Geometry.uniform(
            new SlicePlane(24, 30, 0.8, 0.6, new Lps(0, 1, 0), new Lps(0, 0, -1)),
            new Lps(-9, 4, 70),
            3,
            20),
        Geometry.ofSingleSlice(SlicePlane.axial(20, 30, 0.7, 0.9), new Lps(1, 2, 3), 5));
  }

  private static double ramp(Lps point) {
    return 40 + SLOPE.dot(point);
  }

  private static short[] sample(Volume volume, PlaneGrid grid, PlaneInterpolation how, Slab slab) {
    return PlaneSampler.sample(volume, grid, how, slab, Progress.NONE, Parallel.SEQUENTIAL);
  }

  private static short[] sample(Volume volume, PlaneGrid grid) {
    return sample(volume, grid, PlaneInterpolation.LINEAR, Slab.THIN);
  }

  /// Nobody is to take what lies between for something that was scanned.
  @Test
  void whereSlicesAreMissingNothingIsShown() {
    List<Lps> positions = Stream.of(0, 2, 4, 6, 12, 14, 16).map(z -> new Lps(0, 0, z)).toList();
    Geometry geometry = Geometry.of(SlicePlane.axial(3, 3, 1, 1), positions);
    Volume volume = Volumes.of(geometry, point -> 100 + point.z());
    for (Lps across : List.of(new Lps(1, 0, 0), new Lps(1, 0, 0.05).unit())) {
      PlaneGrid grid = new PlaneGrid(new Lps(1, 1, 0), across, down(across), 0.5, 1, 33);
      for (PlaneInterpolation how : PlaneInterpolation.values()) {
        short[] values = sample(volume, grid, how, Slab.THIN);
        for (int row = 0; row < 33; row++) {
          double z = grid.lps(0, row).z();
          if (z > 7.01 && z < 10.99) {
            assertThat(values[row]).as("z = %s", z).isEqualTo(PlaneSampler.OUTSIDE);
          } else if (z < 6.99 || z > 11.01) {
            assertThat((int) values[row]).as("z = %s", z).isBetween(99, 117);
          }
        }
        assertThat(values[13]).as("half a step above the last").isEqualTo((short) 106);
      }
    }
  }

  private static Lps down(Lps across) {
    return new Lps(-across.z(), 0, across.x());
  }

  /// A plane has room for parts of what its volume counts.
  @Test
  void valuesBetweenVoxelsAreNotRoundedToWholeOnes() {
    Volume volume = small().withValues(0.5, 112);
    assertThat(PlaneSampler.finer(volume)).isEqualTo(16);
    PlaneGrid grid =
        new PlaneGrid(new Lps(0.5, 0.25, 0.125), new Lps(1, 0, 0), new Lps(0, 1, 0), 1, 2, 1);
    assertThat(sample(volume, grid))
        .containsExactly((short) (16 * (1 + 0.5 + 2.5 + 12.5)), (short) (16 * (2.5 + 2.5 + 12.5)));
    assertThat(PlaneSampler.finer(small())).as("nothing is known of it").isEqualTo(1);
    assertThat(PlaneSampler.finer(small().withValues(1, 3071))).isEqualTo(8);
    assertThat(PlaneSampler.finer(small().withValues(1, 32767))).isEqualTo(1);
  }

  /// 3 × 2 × 2 voxels of 1 mm whose values are 1 + i + 10·j + 100·k.
  private static Volume small() {
    Geometry geometry = Geometry.uniform(SlicePlane.axial(3, 2, 1, 1), ZERO, 1, 2);
    return Volumes.of(geometry, point -> 1 + point.x() + 10 * point.y() + 100 * point.z());
  }

  @Test
  void planeOnTheVoxelsGivesTheVoxels() {
    PlaneGrid grid = new PlaneGrid(ZERO, new Lps(1, 0, 0), new Lps(0, 1, 0), 1, 3, 2);

    assertThat(sample(small(), grid)).containsExactly(1, 2, 3, 11, 12, 13);
  }

  @Test
  void everyDirectionAlongTheVoxelsGivesTheVoxels() {
    List<Lps> axes =
        List.of(
            new Lps(1, 0, 0),
            new Lps(0, 1, 0),
            new Lps(0, 0, 1),
            new Lps(-1, 0, 0),
            new Lps(0, -1, 0),
            new Lps(0, 0, -1));
    Lps start = new Lps(1, 1, 1);
    for (Lps right : axes) {
      for (Lps down : axes) {
        if (right.dot(down) == 0) {
          short[] values = sample(small(), new PlaneGrid(start, right, down, 1, 4, 4));
          for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 4; column++) {
              Lps at = start.plus(right.times(column)).plus(down.times(row));
              boolean inside =
                  at.x() >= 0
                      && at.x() <= 2
                      && at.y() >= 0
                      && at.y() <= 1
                      && at.z() >= 0
                      && at.z() <= 1;
              int expected =
                  inside ? (int) (1 + at.x() + 10 * at.y() + 100 * at.z()) : PlaneSampler.OUTSIDE;
              assertThat(values[row * 4 + column])
                  .as("%s %s", right, down)
                  .isEqualTo((short) expected);
            }
          }
        }
      }
    }
  }

  @Test
  void betweenVoxelsLinearBlendsAndNearestPicks() {
    Lps start = new Lps(0.25, 0.5, 0.75);
    PlaneGrid grid = new PlaneGrid(start, new Lps(1, 0, 0), new Lps(0, 1, 0), 1, 1, 1);

    // 1 + 0.25 + 5 + 75; voxel 0, 1, 1: half way counts to the further one.
    assertThat(sample(small(), grid)).containsExactly(81);
    assertThat(sample(small(), grid, PlaneInterpolation.NEAREST, Slab.THIN)).containsExactly(111);
  }

  @Test
  void voxelsReachHalfASpacingAndHoldTheirValueThere() {
    PlaneGrid grid =
        new PlaneGrid(new Lps(-0.6, 0, 0), new Lps(1, 0, 0), new Lps(0, 1, 0), 0.1, 33, 1);

    short[] values = sample(small(), grid);

    // x from -0.6 to 2.6 in steps of 0.1.
    assertThat(values[0]).isEqualTo(PlaneSampler.OUTSIDE);
    assertThat(values[1]).isEqualTo((short) 1);
    assertThat(values[6]).isEqualTo((short) 1);
    assertThat(values[13]).isEqualTo((short) 2);
    assertThat(values[26]).isEqualTo((short) 3);
    assertThat(values[31]).isEqualTo((short) 3);
    assertThat(values[32]).isEqualTo(PlaneSampler.OUTSIDE);
  }

  @Test
  void halvesAreRoundedToEvenOnce() {
    PlaneGrid grid = new PlaneGrid(new Lps(0.5, 0, 0), new Lps(1, 0, 0), new Lps(0, 1, 0), 1, 2, 1);

    assertThat(sample(small(), grid)).containsExactly(2, 2);
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void linearRampIsReproducedInEveryPlane(Geometry geometry) {
    Volume volume = Volumes.of(geometry, PlaneSamplerTest::ramp);
    int inside = 0;
    for (PlaneGrid grid : planes(geometry, 12)) {
      short[] values = sample(volume, grid);
      for (int n = 0; n < values.length; n++) {
        int row = n / grid.columns();
        Lps point = grid.lps(n % grid.columns(), row);
        double k = geometry.index(point).k();
        boolean isScanned = PlaneReference.scanned(geometry, k) == k;
        if (isScanned && isBetweenCentres(geometry.index(point), geometry)) {
          inside++;
          assertThat((double) values[n]).isCloseTo(ramp(point), within(1.01));
        }
      }
    }
    assertThat(inside).isGreaterThan(geometry.slices() == 1 ? 20 : 500);
  }

  private static boolean isBetweenCentres(Voxel voxel, Geometry geometry) {
    return isBetween(voxel.i(), geometry.columns())
        && isBetween(voxel.j(), geometry.rows())
        && isBetween(voxel.k(), geometry.slices());
  }

  private static boolean isBetween(double index, int length) {
    return index >= -1e-9 && index <= length - 1 + 1e-9;
  }

  @ParameterizedTest
  @MethodSource("geometries")
  void fastWaysAgreeWithThePlainOne(Geometry geometry) {
    Random random = new Random(7);
    Volume volume = Volumes.of(geometry, point -> random.nextInt(4000) - 1000);
    agree(volume);
    agree(volume.withPadding(volume.value(3, 3, 0)));
  }

  private static void agree(Volume volume) {
    Geometry geometry = volume.geometry();
    int seen = 0;
    for (PlaneGrid grid : planes(geometry, 6)) {
      for (PlaneInterpolation how : PlaneInterpolation.values()) {
        for (Slab slab :
            List.of(
                Slab.THIN,
                new Slab(4.3, Slab.Kind.MEAN),
                new Slab(7, Slab.Kind.MAXIMUM),
                new Slab(1, Slab.Kind.MINIMUM))) {
          seen += agree(volume, grid, how, slab);
        }
      }
    }
    assertThat(seen).isGreaterThan(500);
  }

  private static int agree(Volume volume, PlaneGrid grid, PlaneInterpolation how, Slab slab) {
    var reference = new PlaneReference(volume, grid, how);
    double step = AcquisitionAxes.of(volume.geometry()).spacingAlong(grid.normal());
    short[] values = sample(volume, grid, how, slab);
    int seen = 0;
    for (int n = 0; n < values.length; n++) {
      int column = n % grid.columns();
      int row = n / grid.columns();
      if (!reference.isOnEdge(column, row, slab, step)) {
        double expected = reference.value(column, row, slab, step);
        boolean isOutside = Double.isNaN(expected);
        seen += isOutside ? 0 : 1;
        // Described only where it fails: there are half a million of them.
        if (isOutside
            ? values[n] != PlaneSampler.OUTSIDE
            : Math.abs(values[n] - expected) > ROUNDED) {
          assertThat((double) values[n]).as("%s %s %s", grid, how, slab).isEqualTo(expected);
        }
      }
    }
    return seen;
  }

  /// The three planes through the middle, turned ones, and some that lie anyhow.
  private static List<PlaneGrid> planes(Geometry geometry, int oblique) {
    Random random = new Random(42);
    List<PlaneGrid> planes = new ArrayList<>();
    VolumePlanes of = VolumePlanes.of(geometry);
    for (AnatomicalPlane plane : AnatomicalPlane.values()) {
      PlaneStack stack = of.stack(plane);
      planes.add(stack.grid(stack.size() / 2));
      PlaneStack turned = of.stack(of.down(plane).times(-1), of.right(plane));
      planes.add(turned.grid(turned.size() / 3));
    }
    for (int n = 0; n < oblique; n++) {
      Lps right = direction(random);
      PlaneStack stack = of.stack(right, right.cross(direction(random)).unit());
      PlaneGrid grid = stack.grid(stack.size() / 2);
      planes.add(
          new PlaneGrid(grid.lps(20, 20), grid.right(), grid.down(), grid.mm() * 1.7, 30, 30));
    }
    return planes;
  }

  private static Lps direction(Random random) {
    return new Lps(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }

  @Test
  void slabOfVoxelCentresIsExact() {
    Geometry geometry = Geometry.uniform(SlicePlane.axial(1, 1, 1, 1), ZERO, 2, 5);
    short[][] slices = {{10}, {0}, {400}, {-90}, {7}};
    Volume volume = Volume.of(geometry, slices);
    PlaneGrid middle = grid(new Lps(0, 0, 4));

    // Between z = 2 and 6 the line 0, 400, -90 has the mean (0/2 + 400 - 90/2) / 2.
    assertThat(slab(volume, middle, new Slab(4, Slab.Kind.MEAN))).isEqualTo((short) 178);
    assertThat(slab(volume, middle, new Slab(4, Slab.Kind.MAXIMUM))).isEqualTo((short) 400);
    assertThat(slab(volume, middle, new Slab(4, Slab.Kind.MINIMUM))).isEqualTo((short) -90);
    // Between z = 3 and 5: 200, 400, 155.
    assertThat(slab(volume, middle, new Slab(2, Slab.Kind.MEAN))).isEqualTo((short) 289);
    assertThat(slab(volume, middle, new Slab(2, Slab.Kind.MINIMUM))).isEqualTo((short) 155);
  }

  private static PlaneGrid grid(Lps origin) {
    return new PlaneGrid(origin, new Lps(1, 0, 0), new Lps(0, 1, 0), 1, 1, 1);
  }

  private static short slab(Volume volume, PlaneGrid grid, Slab slab) {
    return sample(volume, grid, PlaneInterpolation.LINEAR, slab)[0];
  }

  @Test
  void slabIsOutsideOnlyWhereAllOfItIs() {
    Geometry geometry = Geometry.uniform(SlicePlane.axial(1, 1, 1, 1), ZERO, 1, 2);
    Volume volume = Volume.of(geometry, new short[][] {{100}, {200}});

    assertThat(slab(volume, grid(new Lps(0, 0, 3)), new Slab(4, Slab.Kind.MEAN)))
        .isEqualTo((short) 200);
    assertThat(slab(volume, grid(new Lps(0, 0, 3)), new Slab(2, Slab.Kind.MAXIMUM)))
        .isEqualTo(PlaneSampler.OUTSIDE);
  }

  @Test
  void slabSamplesAreSymmetricAndNeverFurtherApartThanTheStep() {
    for (double mm : new double[] {0.1, 0.8, 1, 1.6, 10, 33.3}) {
      List<Slab.Sample> samples = new Slab(mm, Slab.Kind.MEAN).samples(0.8);

      assertThat(samples.getFirst().depth()).isCloseTo(-mm / 2, within(1e-6));
      assertThat(samples.stream().mapToDouble(Slab.Sample::weight).sum())
          .isCloseTo(1, within(1e-5));
      for (int n = 0; n < samples.size(); n++) {
        Slab.Sample mirrored = samples.get(samples.size() - 1 - n);
        assertThat(samples.get(n).depth()).isCloseTo(-mirrored.depth(), within(1e-9));
        if (n > 0) {
          assertThat(samples.get(n).depth() - samples.get(n - 1).depth())
              .isBetween(1e-9, 0.8 + 1e-9);
        }
      }
    }
    assertThat(Slab.THIN.samples(0.8)).containsExactly(new Slab.Sample(0, 1));
  }

  /// What an earlier plane, of another size, direction, slab or volume, left behind is not seen.
  @Test
  void memoryThatWasUsedBeforeChangesNothing() {
    var scratch = new PlaneScratch();
    List<Slab> slabs =
        List.of(Slab.THIN, new Slab(6, Slab.Kind.MEAN), new Slab(4, Slab.Kind.MAXIMUM));
    for (int round = 0; round < 2; round++) {
      for (Geometry geometry : geometries().toList()) {
        Volume volume = Volumes.of(geometry, PlaneSamplerTest::ramp);
        VolumePlanes planes = VolumePlanes.of(volume);
        Lps right = new Lps(1, 0.4, 0.2).unit();
        List<PlaneStack> stacks =
            List.of(
                planes.stack(AnatomicalPlane.AXIAL),
                planes.stack(AnatomicalPlane.SAGITTAL),
                planes.stack(AnatomicalPlane.CORONAL),
                planes.stack(right, right.cross(new Lps(0.3, 1, 0.2)).unit()));
        for (PlaneStack stack : stacks) {
          for (Slab slab : slabs) {
            PlaneGrid grid = stack.grid(stack.size() / 2);
            short[] out = new short[grid.columns() * grid.rows()];
            PlaneSampler.sampleInto(
                out,
                volume,
                grid,
                PlaneInterpolation.LINEAR,
                slab,
                Progress.NONE,
                Parallel.SEQUENTIAL,
                scratch);
            assertThat(out).isEqualTo(sample(volume, grid, PlaneInterpolation.LINEAR, slab));
          }
        }
      }
    }
    assertThatThrownBy(
            () ->
                PlaneSampler.sampleInto(
                    new short[3],
                    small(),
                    grid(ZERO),
                    PlaneInterpolation.LINEAR,
                    Slab.THIN,
                    Progress.NONE,
                    Parallel.SEQUENTIAL,
                    scratch))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void threadsShareTheWork() {
    Geometry geometry = Volumes.uneven();
    Volume volume = Volumes.of(geometry, PlaneSamplerTest::ramp);
    PlaneStack stack = VolumePlanes.of(volume).stack(AnatomicalPlane.CORONAL);
    PlaneGrid grid = stack.grid(stack.size() / 2);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      short[] shared =
          PlaneSampler.sample(
              volume,
              grid,
              PlaneInterpolation.LINEAR,
              Slab.THIN,
              Progress.NONE,
              new Workers(threads, 3));

      assertThat(shared).isEqualTo(sample(volume, grid));
    }
  }

  @Test
  void cancelledWorkEnds() {
    Progress cancelled =
        new Progress() {
          @Override
          public void report(long done, long total) {}

          @Override
          public boolean isCancelled() {
            return true;
          }
        };

    assertThatThrownBy(
            () ->
                PlaneSampler.sample(
                    small(),
                    grid(ZERO),
                    PlaneInterpolation.LINEAR,
                    Slab.THIN,
                    cancelled,
                    Parallel.SEQUENTIAL))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void senselessGridsAndSlabsAreRefused() {
    Lps right = new Lps(1, 0, 0);
    Lps down = new Lps(0, 1, 0);
    assertThatThrownBy(() -> new PlaneGrid(ZERO, right, new Lps(0.1, 1, 0), 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PlaneGrid(ZERO, right, down, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PlaneGrid(ZERO, right, down, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Slab(-1, Slab.Kind.MEAN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Slab(Double.NaN, Slab.Kind.MEAN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
