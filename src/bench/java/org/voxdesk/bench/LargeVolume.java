package org.voxdesk.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;
import org.voxdesk.volume.ClassicSpacing;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.ResampleException;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.SlicePlane;
import org.voxdesk.volume.Volume;

/// A volume of 300 × 512 × 512 to 1 mm, 375 × 358 × 358, beside copying what goes in and comes out.
@State(Scope.Benchmark)
public class LargeVolume {
  private final int helpers = Runtime.getRuntime().availableProcessors() - 1;
  private ExecutorService threads = Executors.newSingleThreadExecutor();
  private Volume volume;
  private short[][] result;

  @Setup
  public void make() throws ResampleException {
    threads.close();
    threads = Executors.newFixedThreadPool(Math.max(1, helpers));
    var random = new SplittableRandom(1);
    short[][] slices = new short[300][512 * 512];
    for (short[] slice : slices) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = (short) random.nextInt(-1000, 1000);
      }
    }
    volume =
        Volume.of(
                Geometry.uniform(SlicePlane.axial(512, 512, 0.7, 0.7), new Lps(0, 0, 0), 1.25, 300),
                slices)
            .withClassicSpacing(new ClassicSpacing(0.7, 0.7, 1.25));
    Volume made = resampled(ResampleMode.CLASSIC);
    result = new short[made.geometry().slices()][];
    for (int k = 0; k < result.length; k++) {
      result[k] = made.slice(k);
    }
  }

  @TearDown
  public void close() {
    threads.close();
  }

  private Volume resampled(ResampleMode mode) throws ResampleException {
    return Resampler.volume(volume, mode, 1, Progress.NONE, new Workers(threads, helpers));
  }

  @Benchmark
  public void copy(Blackhole sink) {
    for (int k = 0; k < 300; k++) {
      sink.consume(Arrays.copyOf(volume.slice(k), 512 * 512));
    }
    for (short[] slice : result) {
      sink.consume(Arrays.copyOf(slice, slice.length));
    }
  }

  @Benchmark
  public Volume classic() throws ResampleException {
    return resampled(ResampleMode.CLASSIC);
  }

  @Benchmark
  public Volume physical() throws ResampleException {
    return resampled(ResampleMode.PHYSICAL);
  }
}
