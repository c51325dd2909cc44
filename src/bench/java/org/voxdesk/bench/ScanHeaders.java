package org.voxdesk.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.voxdesk.dicom.DataSet;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Vr;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Library;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

/// 2,000 CT files of 0.5 MB and 258 elements: a folder scanned for its patients, studies, series
/// and images on one thread, and as much of each file read without looking at it. The files are
/// links to 100, in the system's cache.
@State(Scope.Benchmark)
public class ScanHeaders {
  static final int FILES = 2_000;
  private static final int DISTINCT = 100;
  private static final int ELEMENTS = 258;
  private static final int HEADER = 16 * 1024;

  private final List<Path> files = new ArrayList<>();
  private Path folder = Path.of("");

  @Setup
  public void write() throws IOException, ExplainedException {
    folder = Files.createTempDirectory(Path.of("target"), "scan-");
    List<Path> sources = ScanFolder.files();
    for (int i = 0; i < DISTINCT; i++) {
      Path first = folder.resolve("%05d.dcm".formatted(i));
      DicomFile file = filled(DicomReader.read(sources.get(i % sources.size())));
      DicomWriter.save(file, first, AtomicFile.Existing.REFUSE);
      files.add(first);
    }
    for (int i = DISTINCT; i < FILES; i++) {
      Path link = folder.resolve("%05d.dcm".formatted(i));
      files.add(Files.createLink(link, files.get(i % DISTINCT)));
    }
  }

  /// The file with as many elements as its peers were measured with.
  static DicomFile filled(DicomFile file) throws DicomException {
    DataSet dataSet = file.dataSet().with(Tag.of(0x0019, 0x0010), Vr.LO, "VOXDESK BENCH");
    for (int i = 0; dataSet.elements().size() < ELEMENTS; i++) {
      Vr vr = i % 3 == 0 ? Vr.DS : i % 3 == 1 ? Vr.US : Vr.LO;
      dataSet = dataSet.with(Tag.of(0x0019, 0x1000 + i), vr, Integer.toString(i));
    }
    return file.withDataSet(dataSet);
  }

  @TearDown
  public void delete() throws IOException {
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Benchmark
  public Library oneThread() {
    return Library.scan(List.of(folder), Progress.NONE, Parallel.SEQUENTIAL);
  }

  @Benchmark
  public long plainReading() throws IOException {
    long bytes = 0;
    var buffer = ByteBuffer.allocate(HEADER);
    for (Path file : files) {
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        bytes += channel.read(buffer.clear());
      }
    }
    return bytes;
  }
}
