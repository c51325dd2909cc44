package org.voxdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.voxdesk.edit.SaveJob;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.export.FileNames;
import org.voxdesk.export.FilePattern;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.study.Instance;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Where a command puts changed files: a folder, in which they keep their place below the folder
/// that was named or get names by a pattern; or, without one, where they are.
///
/// @param folder empty for in place
/// @param names how files in the folder are to be called; empty to keep their places
/// @param roots the paths the command was given
/// @param existing what to do where a file is there already
/// @param compression how pixels are written
record TargetFolder(
    Optional<Path> folder,
    Optional<FilePattern> names,
    List<Path> roots,
    AtomicFile.Existing existing,
    Transcoding.Target compression) {
  TargetFolder(
      Optional<Path> folder,
      List<Path> roots,
      AtomicFile.Existing existing,
      Transcoding.Target compression) {
    this(folder, Optional.empty(), roots, existing, compression);
  }

  /// Where the files go, in their order.
  private List<Path> targets(List<Instance> changed) {
    if (folder.isEmpty() || names.isEmpty()) {
      return changed.stream().map(instance -> target(instance.path())).toList();
    }
    List<String> paths = changed.stream().map(i -> names.get().path(i.file(), i.path())).toList();
    return FileNames.apart(paths).stream().map(folder.get()::resolve).toList();
  }

  /// Where the file at `source` goes.
  Path target(Path source) {
    if (folder.isEmpty()) {
      return source;
    }
    for (Path root : roots) {
      if (Files.isDirectory(root) && source.startsWith(root)) {
        return folder.get().resolve(root.relativize(source));
      }
    }
    return folder.get().resolve(source.getFileName());
  }

  /// Writes every file to its place and says how many; one that fails is told as an error and keeps
  /// none of the others from being written.
  ///
  /// @return how many were written
  /// @throws ExplainedException before anything is written, if two files would get the same name
  int save(List<Instance> changed, Output output) throws ExplainedException {
    List<Path> targets = targets(changed);
    refuseCollisions(changed, targets);
    var items = new ArrayList<SaveJob.Item>();
    for (int i = 0; i < changed.size(); i++) {
      items.add(new SaveJob.Item(changed.get(i), targets.get(i)));
    }
    var job = new SaveJob(items, existing, compression, Optional.empty());
    try (var progress = output.progress("cli.progress.saving");
        var processors = new Processors()) {
      job.run(progress, processors.parallel());
    }
    output.warn(job.failures());
    int written = job.written().size();
    output.say(
        folder
            .map(dir -> Sentence.of("cli.written.files", written, dir))
            .orElse(Sentence.of("cli.written.in.place", written)));
    return written;
  }

  private void refuseCollisions(List<Instance> changed, List<Path> targets)
      throws ExplainedException {
    var sources = new HashMap<Path, Path>();
    for (int i = 0; i < changed.size(); i++) {
      Path source = changed.get(i).path();
      Path target = targets.get(i).toAbsolutePath().normalize();
      Path other = sources.put(target, source);
      if (other != null) {
        throw new ExplainedException(Sentence.of("cli.same.target", other, source, target));
      }
      if (folder.isPresent() && target.equals(source.toAbsolutePath().normalize())) {
        throw new ExplainedException(Sentence.of("cli.onto.itself", source));
      }
    }
  }
}
