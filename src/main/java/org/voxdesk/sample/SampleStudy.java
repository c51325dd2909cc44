package org.voxdesk.sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.voxdesk.dicom.DataElement;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.TransferSyntax;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;

/// The embedded sample as a study of one series: the phantom's slices as CT Image Storage files,
/// with the same UIDs every time.
public final class SampleStudy {
  private static final int PIXEL_BYTES = 2 * Phantom.COLUMNS * Phantom.ROWS;

  /// The time of the files of a sample that is kept as it is: whoever changes one changes this.
  private static final Instant WRITTEN = Instant.parse("2000-01-01T12:00:00Z");

  private SampleStudy() {}

  /// The name of the file of slice `k`: `CT_0001.dcm` is the lowest.
  public static String fileName(int k) {
    return String.format(Locale.ROOT, "CT_%04d.dcm", k + 1);
  }

  /// Slice `k` as a file in memory.
  public static DicomFile file(Phantom phantom, int k) {
    short[] hu = new short[Phantom.COLUMNS * Phantom.ROWS];
    phantom.slice(k, hu);
    return file(k, hu);
  }

  /// A file in memory like that of slice `k`, with other values.
  ///
  /// @param hu row by row, [Phantom#ROWS] × [Phantom#COLUMNS]
  public static DicomFile file(int k, short[] hu) {
    return DicomFile.of(SampleImage.of(k, hu), TransferSyntax.EXPLICIT_LITTLE);
  }

  /// Writes the files that `folder` does not have yet; each is there wholly or not at all.
  ///
  /// @param existing what to do about files of the same names that are not as they were written: to
  ///   refuse leaves the sample's own with what was edited in them, and ends at others; to replace
  ///   makes all the sample that it is
  /// @throws ExplainedException with one sentence, if one could not be written
  /// @throws java.util.concurrent.CancellationException if the progress is cancelled; what is
  ///   written stays
  public static void write(
      Path folder, AtomicFile.Existing existing, Parallel parallel, Progress progress)
      throws ExplainedException {
    List<Integer> missing = new ArrayList<>();
    for (int k = 0; k < Phantom.SLICES; k++) {
      progress.checkCancelled();
      Path path = folder.resolve(fileName(k));
      if (!isThere(path, k) || (existing != AtomicFile.Existing.REFUSE && isChanged(path))) {
        missing.add(k);
      }
    }
    if (missing.isEmpty()) {
      progress.report(Phantom.SLICES, Phantom.SLICES);
      return;
    }
    var phantom = new Phantom();
    var done = new AtomicInteger(Phantom.SLICES - missing.size());
    var failure = new AtomicReference<Optional<ExplainedException>>(Optional.empty());
    parallel.forEach(
        missing.size(),
        n -> {
          if (failure.get().isPresent()) {
            return;
          }
          progress.checkCancelled();
          int k = missing.get(n);
          try {
            Path path = folder.resolve(fileName(k));
            DicomWriter.save(file(phantom, k), path, existing);
            if (existing != AtomicFile.Existing.REFUSE) {
              mark(path);
            }
          } catch (ExplainedException e) {
            failure.compareAndSet(Optional.empty(), Optional.of(e));
          }
          progress.report(done.incrementAndGet(), Phantom.SLICES);
        });
    if (failure.get().isPresent()) {
      throw failure.get().get();
    }
  }

  /// Whether the file may have been written by anybody else, which gives it another time.
  private static boolean isChanged(Path path) {
    return path.toFile().lastModified() != WRITTEN.toEpochMilli();
  }

  /// Where times cannot be set, the sample is only made anew the next time.
  private static void mark(Path path) {
    boolean _ = path.toFile().setLastModified(WRITTEN.toEpochMilli());
  }

  /// Whether `path` holds slice `k` of this edition of the sample, whole.
  private static boolean isThere(Path path, int k) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try {
      DicomFile file = DicomReader.read(path);
      return file.problems().isEmpty()
          && file.dataSet().text(Tag.SOP_INSTANCE_UID).equals(Optional.of(SampleImage.uid(k)))
          && file.dataSet().get(Tag.PIXEL_DATA).map(DataElement::length).orElse(0L) == PIXEL_BYTES;
    } catch (DicomException e) {
      // Not readable, so not one of ours; what becomes of it is up to the caller.
      return false;
    }
  }
}
