package org.voxdesk.app.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.io.ForcedFolders;
import org.voxdesk.io.Temporaries;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Applies a recipe to every file of a folder and writes the results into another, where they keep
/// their place and name, several at a time; files that are there already stay. One file that cannot
/// be done does not keep the others from it.
final class FolderJob {
  private final Recipe recipe;
  private final Path source;
  private final Path target;
  private final Parallel parallel;
  private final List<Sentence> failures = new ArrayList<>();
  private int written;
  private int ended;

  FolderJob(Recipe recipe, Path source, Path target, Parallel parallel) {
    this.recipe = recipe;
    this.source = source;
    this.target = target;
    this.parallel = parallel;
  }

  /// Does it; what was written before it is cancelled stays.
  ///
  /// @throws ExplainedException if the target is in the source, whose files it would add to, or if
  ///   its folders cannot be forced; the files are written then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  FolderJob run(Progress progress) throws ExplainedException {
    if (real(target).startsWith(real(source))) {
      throw new ExplainedException(Sentence.of("recipe.inside", target, source));
    }
    Library read = Library.scanFiles(List.of(source), Progress.NONE, parallel);
    read.leftOut().forEach(file -> add(file.reason()));
    List<Instance> images = read.instances();
    Temporaries.removeAbandoned(images.stream().map(this::place).toList());
    var folders = new ForcedFolders();
    try {
      parallel.forEach(
          images.size(),
          i -> {
            if (!progress.isCancelled()) {
              write(images.get(i), folders);
              progress.report(ended(), images.size());
            }
          });
    } finally {
      folders.force();
    }
    progress.checkCancelled();
    return this;
  }

  private Path place(Instance image) {
    return target.resolve(source.relativize(image.path()));
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void write(Instance image, ForcedFolders folders) {
    try {
      DicomWriter.save(recipe.applyTo(image.file()), place(image), Existing.REFUSE, folders);
      count();
    } catch (DicomException e) {
      add(Sentence.of("cli.not.edited", image.path().getFileName(), e.sentence()));
    } catch (ExplainedException e) {
      add(e.sentence());
    }
  }

  private synchronized void count() {
    written++;
  }

  private synchronized int ended() {
    return ++ended;
  }

  private synchronized void add(Sentence failure) {
    failures.add(failure);
  }

  Path source() {
    return source;
  }

  Path target() {
    return target;
  }

  /// How many files have been written.
  synchronized int written() {
    return written;
  }

  /// Why the others were not.
  synchronized List<Sentence> failures() {
    return List.copyOf(failures);
  }
}
