package org.voxdesk.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// One reading of files and folders: what was opened, and what was not.
final class Scan {
  private final Progress progress;
  private final Parallel parallel;
  private final Set<Path> known = new HashSet<>();
  private final List<Listed> images = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<FileSet> directories = new ArrayList<>();
  private final AtomicInteger done = new AtomicInteger();
  private final boolean following;

  /// @param following whether a DICOMDIR stands for the files it lists, and not for itself
  Scan(boolean following, Progress progress, Parallel parallel) {
    this.following = following;
    this.progress = progress;
    this.parallel = parallel;
  }

  /// Reads every file in `paths` and in the folders among them, and what the DICOMDIRs among them
  /// list beside if these are followed.
  Library of(List<Path> paths) {
    Map<Path, Path> files = FileFinder.find(paths, leftOut, progress);
    known.addAll(files.keySet());
    read(List.copyOf(files.values()), true);
    var listed = new ArrayList<Path>();
    for (FileSet directory : directories) {
      leftOut.addAll(directory.leftOut());
      for (Path file : directory.files()) {
        progress.checkCancelled();
        if (known.add(FileFinder.identity(file))) {
          listed.add(file);
        }
      }
    }
    read(listed, false);
    return Library.ofListed(images, leftOut);
  }

  private void read(List<Path> files, boolean first) {
    int total = done.get() + files.size();
    Object[] results = new Object[files.size()];
    parallel.forEach(
        results.length,
        i -> {
          progress.checkCancelled();
          results[i] = read(files.get(i));
          progress.report(done.incrementAndGet(), total);
        });
    for (int i = 0; i < results.length; i++) {
      switch (results[i]) {
        case Listed image -> images.add(image);
        case LeftOut out -> leftOut.add(out);
        case FileSet directory when first -> directories.add(directory);
        // A directory that another one lists is not followed: they could list each other.
        default ->
            leftOut.add(
                new LeftOut(files.get(i), Sentence.of("library.is.directory", files.get(i))));
      }
    }
  }

  private Object read(Path path) {
    try {
      DicomFile file = DicomReader.read(path);
      return following && FileSet.isDirectory(file)
          ? FileSet.of(path, file)
          : Listed.of(new Instance(path, file));
    } catch (DicomException e) {
      return new LeftOut(path, e.sentence());
    }
  }
}
