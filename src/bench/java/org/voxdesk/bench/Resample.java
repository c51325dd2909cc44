package org.voxdesk.bench;

import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;
import org.voxdesk.volume.Cube;
import org.voxdesk.volume.CubePoint;
import org.voxdesk.volume.CubeRequest;
import org.voxdesk.volume.ResampleException;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Resampler;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.Voxel;

/// What happens on a click, and the whole millimetre volume; the Hounsfield volume is in memory.
@State(Scope.Benchmark)
public class Resample {
  private final int helpers = Runtime.getRuntime().availableProcessors() - 1;
  private final SplittableRandom random = new SplittableRandom(3);
  private ExecutorService threads = Executors.newSingleThreadExecutor();
  private Volume volume;

  @Setup
  public void open() throws DicomException {
    threads.close();
    threads = Executors.newFixedThreadPool(Math.max(1, helpers));
    volume = BuildVolume.build(Parallel.SEQUENTIAL);
  }

  @TearDown
  public void close() {
    threads.close();
  }

  @Benchmark
  public Cube clickPhysical() throws ResampleException {
    return Resampler.cube(volume, CubeRequest.at(click()));
  }

  @Benchmark
  public Cube clickClassic() throws ResampleException {
    return Resampler.cube(volume, CubeRequest.at(click()).withMode(ResampleMode.CLASSIC));
  }

  /// Another place each time, so that nothing of the last cube is still in the processor's cache.
  private CubePoint click() {
    return new CubePoint.AtVoxel(
        new Voxel(
            random.nextDouble(60, 450), random.nextDouble(60, 450), random.nextDouble(20, 120)));
  }

  @Benchmark
  public Volume classicOneThread() throws ResampleException {
    return Resampler.volume(volume, ResampleMode.CLASSIC, 1, Progress.NONE, Parallel.SEQUENTIAL);
  }

  @Benchmark
  public Volume classicAllProcessors() throws ResampleException {
    return Resampler.volume(
        volume, ResampleMode.CLASSIC, 1, Progress.NONE, new Workers(threads, helpers));
  }

  @Benchmark
  public Volume physicalAllProcessors() throws ResampleException {
    return Resampler.volume(
        volume, ResampleMode.PHYSICAL, 1, Progress.NONE, new Workers(threads, helpers));
  }
}
