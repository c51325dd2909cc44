package org.voxdesk.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;

class ResamplerTest {
  private static final Parallel THREADS =
      (count, piece) -> IntStream.range(0, count).parallel().forEach(piece);

  private static Volume volume() {
    return Volumes.random(40, 30, 20, new ClassicSpacing(0.7, 0.9, 1.8), 5);
  }

  private static Progress cancelledAfter(int reports) {
    return new Progress() {
      private final AtomicLong done = new AtomicLong();

      @Override
      public void report(long value, long total) {
        done.set(value);
      }

      @Override
      public boolean isCancelled() {
        return done.get() >= reports;
      }
    };
  }

  @ParameterizedTest
  @EnumSource(ResampleMode.class)
  void slicesInParallelGiveTheSameVolume(ResampleMode mode) throws Exception {
    Volume one = Resampler.volume(volume(), mode, 1, Progress.NONE, Parallel.SEQUENTIAL);
    Volume many = Resampler.volume(volume(), mode, 1, Progress.NONE, THREADS);

    for (int k = 0; k < one.geometry().slices(); k++) {
      assertThat(many.slice(k)).isEqualTo(one.slice(k));
    }
  }

  @Test
  void everySliceIsReported() throws Exception {
    AtomicLong reports = new AtomicLong();
    AtomicLong highest = new AtomicLong();
    Progress progress =
        new Progress() {
          @Override
          public void report(long done, long total) {
            reports.incrementAndGet();
            highest.accumulateAndGet(done, Math::max);
            assertThat(total).isEqualTo(36);
          }

          @Override
          public boolean isCancelled() {
            return false;
          }
        };

    Resampler.volume(volume(), ResampleMode.CLASSIC, 1, progress, THREADS);

    assertThat(reports).hasValue(36);
    assertThat(highest).hasValue(36);
  }

  @ParameterizedTest
  @EnumSource(ResampleMode.class)
  void cancelledWorkEnds(ResampleMode mode) {
    assertThatThrownBy(
            () -> Resampler.volume(volume(), mode, 1, cancelledAfter(3), Parallel.SEQUENTIAL))
        .isInstanceOf(CancellationException.class);
  }
}
