package org.voxdesk.app.tags;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Writes images to files, one after the other, and keeps account of how far it came: what it wrote
/// before it was cancelled stays written. One file that cannot be written does not keep the others
/// from being written.
final class SaveJob {
  private final List<Item> items;
  private final AtomicFile.Existing existing;
  private final Transcoding.Target compression;
  private final List<Instance> written = new ArrayList<>();
  private final Map<Path, Instance> replaced = new HashMap<>();
  private final List<Sentence> failures = new ArrayList<>();

  /// One image and its file.
  ///
  /// @param image as it is to be written, edits included
  /// @param replaces the open file, by the path it was opened with, that is at `target` now
  record Item(Instance image, Path target, Optional<Path> replaces) {}

  SaveJob(List<Item> items, AtomicFile.Existing existing, Transcoding.Target compression) {
    this.items = List.copyOf(items);
    this.existing = existing;
    this.compression = compression;
  }

  /// Writes what it can.
  ///
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, between two
  ///   files
  SaveJob run(Progress progress) {
    AtomicFile.removeAbandoned(items.stream().map(Item::target).toList());
    for (int i = 0; i < items.size(); i++) {
      progress.checkCancelled();
      write(items.get(i));
      progress.report(i + 1L, items.size());
    }
    return this;
  }

  private void write(Item item) {
    try {
      DicomFile file = Transcoding.to(item.image().file(), compression);
      DicomWriter.save(file, item.target(), existing);
    } catch (DicomException e) {
      Path name = item.target().getFileName();
      add(failures, Sentence.of("save.failed", name, e.sentence()));
      return;
    } catch (ExplainedException e) {
      add(failures, e.sentence());
      return;
    }
    add(written, item.image());
    item.replaces().ifPresent(open -> readAgain(item.target(), open));
  }

  /// Big values of the open file were left in it, and are in other places now.
  private void readAgain(Path target, Path open) {
    try {
      Instance again = new Instance(open, DicomReader.read(target));
      synchronized (this) {
        replaced.put(open, again);
      }
    } catch (DicomException e) {
      add(failures, e.sentence());
    }
  }

  private synchronized <T> void add(List<T> list, T more) {
    list.add(more);
  }

  /// How many images there are to write.
  int size() {
    return items.size();
  }

  /// Whether one of the files to write over is open.
  boolean replacesOpenFiles() {
    return items.stream().anyMatch(item -> item.replaces().isPresent());
  }

  /// The images that have been written.
  synchronized List<Instance> written() {
    return List.copyOf(written);
  }

  /// The open files that have been written over, by the path they were opened with, as they are
  /// now.
  synchronized Map<Path, Instance> replaced() {
    return Map.copyOf(replaced);
  }

  /// Why the others were not written.
  synchronized List<Sentence> failures() {
    return List.copyOf(failures);
  }
}
