package org.voxdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.dicom.Uids;
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
/// @param byUids whether files in a folder are named after their UIDs, not as they were
record TargetFolder(
    Optional<Path> folder,
    List<Path> roots,
    AtomicFile.Existing existing,
    Transcoding.Target compression,
    boolean byUids) {
  private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");

  TargetFolder(
      Optional<Path> folder,
      List<Path> roots,
      AtomicFile.Existing existing,
      Transcoding.Target compression) {
    this(folder, roots, existing, compression, false);
  }

  /// Where a file goes.
  Path target(Instance instance) {
    if (folder.isEmpty() || !byUids) {
      return target(instance.path());
    }
    return folder
        .get()
        .resolve(uid(instance, Tag.STUDY_INSTANCE_UID).orElse("study"))
        .resolve(uid(instance, Tag.SERIES_INSTANCE_UID).orElse("series"))
        .resolve(uid(instance, Tag.SOP_INSTANCE_UID).orElseGet(Uids::random) + ".dcm");
  }

  /// Text that is no UID, such as `..`, must not lead out of the folder.
  private static Optional<String> uid(Instance instance, Tag tag) {
    return instance
        .dataSet()
        .text(tag)
        .filter(uid -> UID.matcher(uid).matches() && Character.isDigit(uid.charAt(0)));
  }

  private Path target(Path source) {
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
    List<Path> targets = changed.stream().map(this::target).toList();
    refuseCollisions(changed, targets);
    AtomicFile.removeAbandoned(targets);
    int written = 0;
    try (var progress = new ConsoleProgress("Saving")) {
      for (int i = 0; i < changed.size(); i++) {
        Instance instance = changed.get(i);
        try {
          DicomFile file = Transcoding.to(instance.file(), compression);
          DicomWriter.save(file, targets.get(i), existing);
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

  private void refuseCollisions(List<Instance> changed, List<Path> targets)
      throws ExplainedException {
    var sources = new HashMap<Path, Path>();
    for (int i = 0; i < changed.size(); i++) {
      Instance instance = changed.get(i);
      Path target = targets.get(i).toAbsolutePath().normalize();
      Path other = sources.put(target, instance.path());
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
