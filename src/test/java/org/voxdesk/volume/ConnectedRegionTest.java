package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.voxdesk.task.Progress;
import org.voxdesk.volume.ConnectedRegion.Condition;

final class ConnectedRegionTest {
  private static final Progress CANCELLED =
      new Progress() {
        @Override
        public void report(long done, long total) {}

        @Override
        public boolean isCancelled() {
          return true;
        }
      };

  @ParameterizedTest
  @CsvSource({
    "17, 13, 11, 0.5",
    "17, 13, 11, 0.4",
    "9, 8, 7, 0.35",
    "31, 29, 1, 0.6",
    "1, 1, 40, 0.9"
  })
  void itIsWhatAWalkFromVoxelToVoxelFinds(int columns, int rows, int slices, double share) {
    for (int run = 0; run < 40; run++) {
      Random random = new Random(run);
      boolean[] free = new boolean[columns * rows * slices];
      for (int at = 0; at < free.length; at++) {
        free[at] = random.nextDouble() < share;
      }
      Condition condition = (i, j, k) -> free[(k * rows + j) * columns + i];
      int[] seed = {random.nextInt(columns), random.nextInt(rows), random.nextInt(slices)};
      ConnectedRegion region =
          ConnectedRegion.grow(columns, rows, slices, seed, condition, Progress.NONE);
      boolean[] expected = walked(columns, rows, slices, seed, condition);
      long count = 0;
      for (int at = 0; at < free.length; at++) {
        byte mark = region.marks(at / (columns * rows))[at % (columns * rows)];
        assertThat(mark == 1).as("run %d voxel %d", run, at).isEqualTo(expected[at]);
        count += mark;
      }
      assertThat(region.count()).isEqualTo(count);
    }
  }

  private static boolean[] walked(
      int columns, int rows, int slices, int[] seed, Condition condition) {
    boolean[] found = new boolean[columns * rows * slices];
    Deque<int[]> open = new ArrayDeque<>();
    open.add(seed);
    while (!open.isEmpty()) {
      int[] at = open.remove();
      boolean inside =
          at[0] >= 0
              && at[1] >= 0
              && at[2] >= 0
              && at[0] < columns
              && at[1] < rows
              && at[2] < slices;
      int index = (at[2] * rows + at[1]) * columns + at[0];
      if (inside && !found[index] && condition.holds(at[0], at[1], at[2])) {
        found[index] = true;
        for (int axis = 0; axis < 3; axis++) {
          for (int step = -1; step <= 1; step += 2) {
            int[] next = at.clone();
            next[axis] += step;
            open.add(next);
          }
        }
      }
    }
    return found;
  }

  @Test
  void cornersDoNotConnect() {
    Condition checkers = (i, j, k) -> (i + j + k) % 2 == 0;
    ConnectedRegion one =
        ConnectedRegion.grow(8, 8, 8, new int[] {2, 2, 2}, checkers, Progress.NONE);
    assertThat(one.count()).isEqualTo(1);
  }

  @Test
  void aSeedThatDoesNotFulfilTheConditionGrowsNothing() {
    int[] seed = {1, 1, 0};
    ConnectedRegion none = ConnectedRegion.grow(4, 4, 1, seed, (i, j, k) -> i != 1, Progress.NONE);
    assertThat(none.count()).isZero();
    assertThat(none.marks(0)).containsOnly(0);
  }

  @Test
  void everythingIsFilledWithoutRecursion() {
    ConnectedRegion all =
        ConnectedRegion.grow(300, 200, 100, new int[] {0, 0, 0}, (i, j, k) -> true, Progress.NONE);
    assertThat(all.count()).isEqualTo(300L * 200 * 100);
  }

  @Test
  void itStopsWhenItIsNoLongerWanted() {
    assertThatThrownBy(
            () -> ConnectedRegion.grow(9, 9, 9, new int[] {0, 0, 0}, (i, j, k) -> true, CANCELLED))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aSeedOutsideIsABug() {
    assertThatThrownBy(
            () ->
                ConnectedRegion.grow(
                    9, 9, 9, new int[] {0, 9, 0}, (i, j, k) -> true, Progress.NONE))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
