package org.voxdesk.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.study.Library;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;

/// From a folder to Hounsfield values: find the files, read and group them, sort the slices, read
/// their pixels.
@State(Scope.Benchmark)
public class BuildVolume {
  private final int helpers = Runtime.getRuntime().availableProcessors() - 1;
  private ExecutorService threads = Executors.newSingleThreadExecutor();

  @Setup
  public void open() {
    threads.close();
    threads = Executors.newFixedThreadPool(Math.max(1, helpers));
  }

  @TearDown
  public void close() {
    threads.close();
  }

  @Benchmark
  public Volume oneThread() throws DicomException {
    return build(Parallel.SEQUENTIAL);
  }

  @Benchmark
  public Volume allProcessors() throws DicomException {
    return build(new Workers(threads, helpers));
  }

  static Volume build(Parallel parallel) throws DicomException {
    return build(ScanFolder.path(), parallel);
  }

  static Volume build(Path folder, Parallel parallel) throws DicomException {
    Library library = Library.scan(List.of(folder), Progress.NONE, parallel);
    SliceStack stack = SliceStack.of(library.series().getFirst());
    return VolumeBuilder.build(stack, Progress.NONE, parallel);
  }
}
