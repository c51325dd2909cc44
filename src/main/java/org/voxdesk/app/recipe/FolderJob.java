package org.voxdesk.app.recipe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.recipe.Recipe;
import org.voxdesk.io.AtomicFile.Existing;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Library;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Applies a recipe to every file of a folder and writes the results into another, where they keep
/// their place and name; files that are there already stay. One file that cannot be done does not
/// keep the others from it.
final class FolderJob {
  private final Recipe recipe;
  private final Path source;
  private final Path target;
  private final Parallel parallel;
  private final List<Sentence> failures = new ArrayList<>();
  private int written;

  FolderJob(Recipe recipe, Path source, Path target, Parallel parallel) {
    this.recipe = recipe;
    this.source = source;
    this.target = target;
    this.parallel = parallel;
  }

  /// Does it; what was written before it is cancelled stays.
  ///
  /// @throws ExplainedException if the target is in the source, whose files it would add to
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  FolderJob run(Progress progress) throws ExplainedException {
    if (real(target).startsWith(real(source))) {
      throw new ExplainedException(Sentence.of("recipe.inside", target, source));
    }
    Library read = Library.scanFiles(List.of(source), Progress.NONE, parallel);
    read.leftOut().forEach(file -> add(file.reason()));
    List<Instance> images = read.instances();
    for (int i = 0; i < images.size(); i++) {
      progress.checkCancelled();
      write(images.get(i));
      progress.report(i + 1L, images.size());
    }
    return this;
  }

  private static Path real(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private void write(Instance image) {
    Path to = target.resolve(source.relativize(image.path()));
    try {
      DicomWriter.save(recipe.applyTo(image.file()), to, Existing.REFUSE);
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

  private synchronized void add(Sentence failure) {
    failures.add(failure);
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
