package org.voxdesk.bench;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TagPath;
import org.voxdesk.dicom.Vr;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.SaveJob;
import org.voxdesk.edit.SetValue;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.io.KeptFiles;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.task.Workers;
import org.voxdesk.text.ExplainedException;

/// 1,000 CT files of 0.5 MB and 258 elements: one edit made in all of them, and all of them saved
/// into a folder; held against plain copying with the same forcing to the disk, which is to read,
/// write under a temporary name, force and rename each file, and to force the folder in the end.
@State(Scope.Benchmark)
public class SaveFiles {
  static final int FILES = 1_000;
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 7;

  private final List<Instance> images = new ArrayList<>();
  private Path folder = Path.of("");
  private Path target = Path.of("");
  private List<Instance> edited = List.of();
  private List<Instance> onDisk = List.of();
  private ExecutorService helpers = Executors.newSingleThreadExecutor();
  private Parallel parallel = Parallel.SEQUENTIAL;
  private int count;

  @Setup
  public void write() throws IOException, ExplainedException {
    folder = Files.createTempDirectory(Path.of("target"), "save-");
    target = Files.createDirectory(folder.resolve("out"));
    List<Path> sources = ScanFolder.files();
    for (int i = 0; i < FILES; i++) {
      Path file = folder.resolve("%04d.dcm".formatted(i));
      DicomWriter.save(
          ScanHeaders.filled(DicomReader.read(sources.get(i % sources.size()))),
          file,
          AtomicFile.Existing.REFUSE);
      images.add(new Instance(file, DicomReader.read(file)));
    }
    Path place = Files.createDirectory(folder.resolve("place"));
    onDisk = new ArrayList<>();
    for (Instance image : images) {
      Path copied = Files.copy(image.path(), place.resolve(image.path().getFileName()));
      onDisk.add(new Instance(copied, DicomReader.read(copied)));
    }
    EditHistory history = edit("Bench^0");
    edited = images.stream().map(history::current).toList();
    int processors = Runtime.getRuntime().availableProcessors();
    helpers.close();
    helpers = Executors.newFixedThreadPool(processors);
    parallel = new Workers(helpers, Math.max(1, processors - 1));
  }

  @TearDown
  public void delete() throws IOException {
    helpers.close();
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /// Every call sets another value: none that is there already.
  @Benchmark
  public EditHistory edit() throws DicomException {
    return edit("Bench^" + ++count);
  }

  private EditHistory edit(String name) throws DicomException {
    return EditHistory.EMPTY.with(new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, name), images);
  }

  /// Copying and saving in turn, the median of some rounds each: the speed of a disk wanders more
  /// from one minute to the next than the two differ.
  static List<Measured> rounds() throws Exception {
    var files = new SaveFiles();
    files.write();
    try {
      Map<String, Callable<?>> kinds = new LinkedHashMap<>();
      kinds.put("copyOneThread", done(files::copyOneThread));
      kinds.put("saveOneThread", files::saveOneThread);
      kinds.put("copyAllProcessors", done(files::copyAllProcessors));
      kinds.put("saveAllProcessors", files::saveAllProcessors);
      kinds.put("saveInPlace", files::saveInPlace);
      Map<String, List<Double>> times = new LinkedHashMap<>();
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (var kind : kinds.entrySet()) {
          long start = System.nanoTime();
          kind.getValue().call();
          double millis = (System.nanoTime() - start) / 1e6;
          if (round >= 0) {
            times.computeIfAbsent(kind.getKey(), name -> new ArrayList<>()).add(millis);
          }
        }
      }
      return times.entrySet().stream()
          .map(e -> new Measured("SaveFiles." + e.getKey(), median(e.getValue()), Double.NaN))
          .toList();
    } finally {
      files.delete();
    }
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private static Callable<Boolean> done(Copying copying) {
    return () -> {
      copying.run();
      return true;
    };
  }

  /// Copies all files.
  private interface Copying {
    void run() throws IOException;
  }

  private void copyOneThread() throws IOException {
    for (Instance image : images) {
      copy(image.path());
    }
    forceFolder();
  }

  private void copyAllProcessors() throws IOException {
    parallel.forEach(
        FILES,
        i -> {
          try {
            copy(images.get(i).path());
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    forceFolder();
  }

  private SaveJob saveOneThread() throws ExplainedException {
    return save(Parallel.SEQUENTIAL);
  }

  private SaveJob saveAllProcessors() throws ExplainedException {
    return save(parallel);
  }

  /// As the window does it: what is replaced is kept, and the new files are read.
  private SaveJob saveInPlace() throws ExplainedException {
    EditHistory history =
        EditHistory.EMPTY.with(
            new SetValue(TagPath.of(Tag.PATIENT_NAME), Vr.PN, "Bench^" + ++count), onDisk);
    List<SaveJob.Item> items =
        onDisk.stream()
            .map(
                image ->
                    new SaveJob.Item(
                        history.current(image),
                        image.path(),
                        Optional.of(image.path()),
                        history.origins(image)))
            .toList();
    try (var kept = new KeptFiles()) {
      SaveJob job = job(items, Optional.of(kept)).run(Progress.NONE, parallel);
      onDisk = job.results().stream().map(SaveFiles::again).toList();
      return job;
    }
  }

  private static Instance again(SaveJob.Result result) {
    if (result instanceof SaveJob.Result.Written(Optional<Instance> again)) {
      return again.orElseThrow();
    }
    throw new IllegalStateException(result.toString());
  }

  private static SaveJob job(List<SaveJob.Item> items, Optional<KeptFiles> kept) {
    return new SaveJob(items, AtomicFile.Existing.REPLACE, Transcoding.Target.AS_IS, kept);
  }

  private SaveJob save(Parallel by) throws ExplainedException {
    List<SaveJob.Item> items =
        edited.stream()
            .map(image -> new SaveJob.Item(image, target.resolve(image.path().getFileName())))
            .toList();
    SaveJob job = job(items, Optional.empty());
    job.run(Progress.NONE, by);
    if (job.written().size() != FILES) {
      throw new IllegalStateException(job.failures().getFirst().toString());
    }
    return job;
  }

  private void copy(Path source) throws IOException {
    Path to = target.resolve(source.getFileName());
    Path temporary = target.resolve(source.getFileName() + ".tmp");
    byte[] bytes = Files.readAllBytes(source);
    try (var out = new FileOutputStream(temporary.toFile())) {
      out.write(bytes);
      out.getChannel().force(true);
    }
    Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void forceFolder() throws IOException {
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
