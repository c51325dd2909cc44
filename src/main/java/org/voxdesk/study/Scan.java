package org.voxdesk.study;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.Archive;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomReader;
import org.voxdesk.io.png.PngFile;
import org.voxdesk.task.Parallel;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// One reading of files and folders: what was opened, and what was not.
final class Scan {
  /// Files read between two looks at the clock, at first; each time twice as many, up to
  /// [#MOST_AT_ONCE].
  private static final int FIRST_AT_ONCE = 32;

  private static final int MOST_AT_ONCE = 1024;

  /// How long nobody minds seeing nothing.
  private static final Duration UNSEEN = Duration.ofMillis(150);

  private final Consumer<Library> glimpse;
  private final Progress progress;
  private final Parallel parallel;
  private final Set<Path> known = new HashSet<>();
  private final List<Listed> images = new ArrayList<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<FileSet> directories = new ArrayList<>();
  private final List<Path> archives = new ArrayList<>();
  private final Pictures pictures = new Pictures();
  private final AtomicInteger done = new AtomicInteger();
  private final boolean following;
  private final long start = System.nanoTime();
  private long seen = start;

  /// @param glimpse gets what has been read so far, where reading takes long
  /// @param following whether a DICOMDIR stands for the files it lists, an archive for those in it,
  ///   and pictures for slices; else files are read for their own sake
  Scan(boolean following, Consumer<Library> glimpse, Progress progress, Parallel parallel) {
    this.following = following;
    this.glimpse = glimpse;
    this.progress = progress;
    this.parallel = parallel;
  }

  /// A ZIP archive.
  private record Packed(Path path) {}

  /// Which of the things that stand for others may be followed where files are read: archives in
  /// archives, and directories that a directory lists, could go on for ever.
  private record Follow(boolean directories, boolean archives, Source source) {}

  /// Reads every file in `paths` and in the folders among them, and what the archives and DICOMDIRs
  /// among them hold and list beside if these are followed.
  Library of(List<Path> paths) {
    Map<Path, Path> files = FileFinder.find(paths, leftOut, progress);
    known.addAll(files.keySet());
    read(List.copyOf(files.values()), new Follow(true, true, Source.FILE));
    for (Path archive : List.copyOf(archives)) {
      unpack(archive);
    }
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
    read(listed, new Follow(false, false, Source.FILE));
    pictures.into(images, leftOut);
    return Library.ofListed(images, leftOut);
  }

  private void unpack(Path archive) {
    try {
      Archive.Unpacked unpacked = Archive.unpack(archive, progress);
      unpacked.problems().forEach(problem -> leftOut.add(new LeftOut(archive, problem)));
      Map<Path, Path> files = FileFinder.find(List.of(unpacked.folder()), leftOut, progress);
      known.addAll(files.keySet());
      read(List.copyOf(files.values()), new Follow(true, false, Source.ARCHIVE));
    } catch (DicomException e) {
      leftOut.add(new LeftOut(archive, e.sentence()));
    }
  }

  private void read(List<Path> files, Follow follow) {
    int total = done.get() + files.size();
    int atOnce = FIRST_AT_ONCE;
    for (int from = 0; from < files.size(); ) {
      int to = Math.min(files.size(), from + atOnce);
      read(files.subList(from, to), follow, total);
      from = to;
      atOnce = Math.min(MOST_AT_ONCE, 2 * atOnce);
      if (from < files.size()) {
        show();
      }
    }
  }

  /// Shows what there is when it is time to, more and more seldom: grouping the images takes the
  /// longer the more there are.
  private void show() {
    long now = System.nanoTime();
    boolean due = now - seen >= Math.max(UNSEEN.toNanos(), seen - start);
    if (due && !images.isEmpty()) {
      seen = now;
      glimpse.accept(Library.ofListed(images, leftOut));
    }
  }

  private void read(List<Path> files, Follow follow, int total) {
    Object[] results = new Object[files.size()];
    parallel.forEach(
        results.length,
        i -> {
          progress.checkCancelled();
          results[i] = read(files.get(i), follow.source());
          progress.report(done.incrementAndGet(), total);
        });
    for (int i = 0; i < results.length; i++) {
      switch (results[i]) {
        case Listed image -> images.add(image);
        case LeftOut out -> leftOut.add(out);
        case PngFile picture -> pictures.add(picture);
        case FileSet directory when follow.directories() -> directories.add(directory);
        case Packed packed when follow.archives() -> archives.add(packed.path());
        case Packed packed -> leaveOut(packed.path(), "archive.nested");
        default -> leaveOut(files.get(i), "library.is.directory");
      }
    }
  }

  private void leaveOut(Path file, String key) {
    leftOut.add(new LeftOut(file, Sentence.of(key, file)));
  }

  private Object read(Path path, Source source) {
    try {
      DicomFile file = DicomReader.read(path);
      return following && FileSet.isDirectory(file)
          ? FileSet.of(path, file)
          : Listed.of(new Instance(path, file, source));
    } catch (DicomException e) {
      return following ? other(path, e) : new LeftOut(path, e.sentence());
    }
  }

  /// What else than DICOM a file may be.
  private static Object other(Path path, DicomException noDicom) {
    if (Archive.isOne(path)) {
      return new Packed(path);
    }
    try {
      return PngFile.isOne(path) ? PngFile.open(path) : new LeftOut(path, noDicom.sentence());
    } catch (DicomException noPicture) {
      return new LeftOut(path, noPicture.sentence());
    }
  }
}
