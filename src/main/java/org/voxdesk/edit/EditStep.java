package org.voxdesk.edit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.voxdesk.io.DicomFile;
import org.voxdesk.text.Sentence;

/// One step of an [EditHistory]: the files it changes, as they were before and are after it.
/// Immutable.
public final class EditStep {
  private final EditHistory.Made made;
  private final Map<Path, Versions> files;

  /// Two versions of one file; empty stands for the one that is on the disk.
  record Versions(Optional<DicomFile> before, Optional<DicomFile> after) {}

  EditStep(Edit edit, Map<Path, Versions> files) {
    this(new EditHistory.Made(edit, files.keySet()), files);
  }

  private EditStep(EditHistory.Made made, Map<Path, Versions> files) {
    this.made = made;
    this.files = Map.copyOf(files);
  }

  /// What the step does.
  public Sentence label() {
    return made.edit().label();
  }

  /// How many images it changes.
  public int images() {
    return files.size();
  }

  /// The files it changes.
  public Set<Path> paths() {
    return files.keySet();
  }

  EditHistory.Made made() {
    return made;
  }

  Map<Path, Versions> files() {
    return files;
  }

  /// This step once the files of `onDisk` are another version: what was called `saved` is on the
  /// disk now, and what was there before has become a version like any other.
  ///
  /// @param saved the versions that have been saved
  /// @param onDisk the versions that were on the disk until then, of the same files
  EditStep after(Map<Path, DicomFile> saved, Map<Path, DicomFile> onDisk) {
    var now = new HashMap<>(files);
    now.replaceAll(
        (path, versions) -> {
          Optional<DicomFile> isSaved = Optional.ofNullable(saved.get(path));
          Optional<DicomFile> was = Optional.ofNullable(onDisk.get(path));
          return isSaved.isEmpty()
              ? versions
              : new Versions(
                  after(versions.before(), isSaved, was), after(versions.after(), isSaved, was));
        });
    return new EditStep(made, now);
  }

  private static Optional<DicomFile> after(
      Optional<DicomFile> version, Optional<DicomFile> saved, Optional<DicomFile> onDisk) {
    return version.isEmpty() ? onDisk : version.equals(saved) ? Optional.empty() : version;
  }

  /// This step without what it does to the files at `paths`.
  EditStep without(Set<Path> paths) {
    var rest = new HashMap<>(files);
    rest.keySet().removeAll(paths);
    return new EditStep(made, rest);
  }
}
