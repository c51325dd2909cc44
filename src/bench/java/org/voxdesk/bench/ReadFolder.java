package org.voxdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// The least that reading a series can cost: each file's bytes into an array of its own, with
/// nothing done to them. The files are in the system's cache after the first warm-up.
@State(Scope.Benchmark)
public class ReadFolder {
  private List<Path> files = List.of();
  private ExecutorService threads = Executors.newSingleThreadExecutor();

  @Setup
  public void open() throws IOException {
    files = ScanFolder.files();
    threads.close();
    threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  }

  @TearDown
  public void close() {
    threads.close();
  }

  @Benchmark
  public long oneThread() throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.readAllBytes(file).length;
    }
    return bytes;
  }

  @Benchmark
  public long allProcessors() throws InterruptedException, ExecutionException {
    List<Callable<Integer>> reads = new ArrayList<>(files.size());
    for (Path file : files) {
      reads.add(() -> Files.readAllBytes(file).length);
    }
    long bytes = 0;
    for (var read : threads.invokeAll(reads)) {
      bytes += read.get();
    }
    return bytes;
  }
}
