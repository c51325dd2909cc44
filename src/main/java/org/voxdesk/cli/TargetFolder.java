package org.voxdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Transcoding;
import org.voxdesk.io.AtomicFile;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.DicomWriter;
import org.voxdesk.study.Instance;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;
import picocli.CommandLine;

/// Where a command puts changed files: a folder, in which they keep their place below the folder
/// that was named; or, without one, where they are.
///
/// @param folder empty for in place
/// @param roots the paths the command was given
/// @param existing what to do where a file is there already
/// @param compression how pixels are written
record TargetFolder(
    Optional<Path> folder,
    List<Path> roots,
    AtomicFile.Existing existing,
    Transcoding.Target compression) {
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
  int save(List<Instance> changed, CommandLine command) throws ExplainedException {
    refuseCollisions(changed);
    AtomicFile.removeAbandoned(changed.stream().map(i -> target(i.path())).toList());
    int written = 0;
    try (var progress = new ConsoleProgress("Saving")) {
      for (Instance instance : changed) {
        try {
          DicomFile file = Transcoding.to(instance.file(), compression);
          DicomWriter.save(file, target(instance.path()), existing);
          written++;
        } catch (DicomException e) {
          Sentence why = Sentence.of("cli.not.edited", instance.path(), e.sentence());
          command.getErr().println("voxdesk: " + why);
        } catch (ExplainedException e) {
          command.getErr().println("voxdesk: " + e.getMessage());
        }
        progress.report(written, changed.size());
      }
    }
    String files = written + (written == 1 ? " file" : " files") + " written";
    command.getOut().println(files + folder.map(dir -> " to " + dir).orElse(" in place"));
    return written;
  }

  private void refuseCollisions(List<Instance> changed) throws ExplainedException {
    var targets = new HashMap<Path, Path>();
    for (Instance instance : changed) {
      Path target = target(instance.path()).toAbsolutePath().normalize();
      Path other = targets.put(target, instance.path());
      if (other != null) {
        throw new ExplainedException(
            Sentence.of("cli.same.target", other, instance.path(), target));
      }
      if (folder.isPresent() && target.equals(instance.path().toAbsolutePath().normalize())) {
        throw new ExplainedException(Sentence.of("cli.onto.itself", instance.path()));
      }
    }
  }
}
