package org.voxdesk.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.io.ForcedFolders;
import org.voxdesk.io.KeptFiles;
import org.voxdesk.io.Origin;
import org.voxdesk.io.SavedValues;
import org.voxdesk.io.Temporaries;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Writes images to files and keeps account of how far it came: what it wrote before it was
/// cancelled stays written. One file that cannot be written does not keep the others from being
/// written. The account can be asked for from any thread.
public final class SaveJob {
  private final List<Item> items;
  private final Existing existing;
  private final Transcoding.Target compression;
  private final Optional<KeptFiles> kept;
  private final List<Optional<Result>> results = new ArrayList<>();
  private int ended;

  /// One image and its file.
  ///
  /// @param image as it is to be written, edits included
  /// @param replaces the open file, by the path it was opened with, that is at `target` now
  /// @param keep what the file at `target` holds and must not be lost with it
  public record Item(Instance image, Path target, Optional<Path> replaces, Set<Origin> keep) {
    public Item {
      keep = Set.copyOf(keep);
    }

    /// An image to be written where nothing that is open is replaced.
    public Item(Instance image, Path target) {
      this(image, target, Optional.empty(), Set.of());
    }
  }

  /// What became of one image.
  public sealed interface Result {
    /// It was written.
    ///
    /// @param again the file read again, where it replaces an open one
    record Written(Optional<Instance> again) implements Result {}

    /// It was not written, or not read again, because of `reason`.
    record Failed(Sentence reason) implements Result {}

    /// It was not begun.
    record Skipped() implements Result {}
  }

  /// A job for `items`.
  ///
  /// @param existing what to do where a file is there already
  /// @param compression how pixels are written
  /// @param kept takes what is to be kept of replaced files; empty where nothing is
  public SaveJob(
      List<Item> items,
      Existing existing,
      Transcoding.Target compression,
      Optional<KeptFiles> kept) {
    this.items = List.copyOf(items);
    this.existing = existing;
    this.compression = compression;
    this.kept = kept;
    items.forEach(item -> results.add(Optional.empty()));
  }

  /// Writes what it can, several at a time if `parallel` does, and forces the folders to the disk
  /// in the end.
  ///
  /// @throws ExplainedException if the folders cannot be forced; the files are written
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted, between two
  ///   files
  public SaveJob run(Progress progress, Parallel parallel) throws ExplainedException {
    Temporaries.removeAbandoned(items.stream().map(Item::target).toList());
    var folders = new ForcedFolders();
    try {
      parallel.forEach(
          items.size(),
          i -> {
            if (!progress.isCancelled()) {
              Result result = write(items.get(i), folders);
              progress.report(ended(i, result), items.size());
            }
          });
    } finally {
      folders.force();
    }
    progress.checkCancelled();
    return this;
  }

  private Result write(Item item, ForcedFolders folders) {
    if (item.target().equals(item.image().path())) {
      switch (item.image().source()) {
        case ARCHIVE -> {
          return new Result.Failed(Sentence.of("save.archive", item.target().getFileName()));
        }
        case PICTURE -> {
          return new Result.Failed(Sentence.of("save.picture", item.target().getFileName()));
        }
        case FILE -> {}
      }
    }
    try {
      DicomFile file = Transcoding.to(item.image().file(), compression);
      if (kept.isPresent()) {
        for (Origin origin : item.keep()) {
          kept.get().keep(origin);
        }
      }
      DicomWriter.save(file, item.target(), existing, folders);
      if (item.replaces().isPresent()) {
        return readAgain(file, item.target(), item.replaces().get());
      }
    } catch (DicomException e) {
      Path name = item.target().getFileName();
      return new Result.Failed(Sentence.of("save.failed", name, e.sentence()));
    } catch (ExplainedException e) {
      return new Result.Failed(e.sentence());
    }
    return new Result.Written(Optional.empty());
  }

  /// Big values of the open file were left in it, and are in other places now.
  private static Result readAgain(DicomFile written, Path target, Path open) {
    try {
      DicomFile again = DicomReader.read(target);
      SavedValues.recognize(written, again);
      return new Result.Written(Optional.of(new Instance(open, again)));
    } catch (DicomException e) {
      return new Result.Failed(e.sentence());
    }
  }

  private synchronized int ended(int at, Result result) {
    results.set(at, Optional.of(result));
    return ++ended;
  }

  /// What there is to write.
  public List<Item> items() {
    return items;
  }

  /// What has become of each item so far, in the order of the items.
  public synchronized List<Result> results() {
    return results.stream().map(result -> result.orElse(new Result.Skipped())).toList();
  }

  /// The images that have been written.
  public List<Instance> written() {
    List<Result> now = results();
    var written = new ArrayList<Instance>();
    for (int i = 0; i < items.size(); i++) {
      if (now.get(i) instanceof Result.Written) {
        written.add(items.get(i).image());
      }
    }
    return written;
  }

  /// Why others were not written.
  public List<Sentence> failures() {
    return results().stream()
        .filter(Result.Failed.class::isInstance)
        .map(result -> ((Result.Failed) result).reason())
        .toList();
  }
}
