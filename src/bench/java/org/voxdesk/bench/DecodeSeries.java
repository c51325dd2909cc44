package org.voxdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Library;
import org.voxdesk.study.SliceStack;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.volume.Volume;
import org.voxdesk.volume.VolumeBuilder;

/// The series compressed by JPEG-LS: folder to Hounsfield values.
@State(Scope.Benchmark)
public class DecodeSeries {
  private final int helpers = Runtime.getRuntime().availableProcessors() - 1;
  private ExecutorService threads = Executors.newSingleThreadExecutor();
  private Path folder = Path.of("");

  @Setup
  public void write() throws IOException, ExplainedException {
    threads.close();
    threads = Executors.newFixedThreadPool(Math.max(1, helpers));
    folder = Files.createTempDirectory(Path.of("target"), "jpegls-");
    for (Path source : ScanFolder.files()) {
      DicomWriter.save(
          Transcoding.to(DicomReader.read(source), Transcoding.Target.JPEGLS),
          folder.resolve(source.getFileName()),
          AtomicFile.Existing.REFUSE);
    }
  }

  @TearDown
  public void delete() throws IOException {
    threads.close();
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Benchmark
  public Volume oneThread() throws DicomException {
    return build(Parallel.SEQUENTIAL);
  }

  @Benchmark
  public Volume allProcessors() throws DicomException {
    return build(new Workers(threads, helpers));
  }

  private Volume build(Parallel parallel) throws DicomException {
    Library library = Library.scan(List.of(folder), Progress.NONE, parallel);
    SliceStack stack = SliceStack.of(library.series().getFirst());
    return VolumeBuilder.build(stack, Progress.NONE, parallel);
  }
}
