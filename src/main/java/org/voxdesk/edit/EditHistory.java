package org.voxdesk.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.DicomFile;
import org.voxdesk.io.Origin;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// What has been edited since the files were opened, and the steps that undo and redo it, without
/// limit and past saving. Immutable: every change gives a new history, which shares all unchanged
/// data sets with the old one.
///
/// For each file it knows the version that is current where that is not the one on the disk; saving
/// makes another version the one on the disk, and all steps stay.
public final class EditHistory {
  public static final EditHistory EMPTY = new EditHistory(Map.of(), List.of(), 0);

  private final Map<Path, DicomFile> edited;
  private final List<EditStep> steps;
  private final int done;

  /// An edit and the files that it changed. The same object for as long as its step can be undone
  /// or redone.
  public record Made(Edit edit, Set<Path> paths) {
    public Made {
      paths = Set.copyOf(paths);
    }
  }

  private EditHistory(Map<Path, DicomFile> edited, List<EditStep> steps, int done) {
    this.edited = Map.copyOf(edited);
    this.steps = List.copyOf(steps);
    this.done = done;
  }

  /// The instance as it is now, edits included.
  ///
  /// @param instance as it is on the disk
  public Instance current(Instance instance) {
    DicomFile file = edited.get(instance.path());
    return file == null ? instance : instance.withFile(file);
  }

  /// Whether the instance differs from what is on the disk.
  public boolean isEdited(Instance instance) {
    return edited.containsKey(instance.path());
  }

  /// The files that differ from what is on the disk.
  public Set<Path> editedPaths() {
    return edited.keySet();
  }

  /// This history with one more step that makes `edit` in every one of `instances`; what had been
  /// undone can no longer be redone. Files that `edit` leaves as they are do not count as edited;
  /// where it changes none of them, this history itself.
  ///
  /// @throws DicomException if one of them does not allow it; none is changed then
  public EditHistory with(Edit edit, Collection<Instance> instances) throws DicomException {
    return with(edit, instances, Progress.NONE);
  }

  /// The same, told image by image.
  ///
  /// @throws DicomException if one of them does not allow it; none is changed then
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public EditHistory with(Edit edit, Collection<Instance> instances, Progress progress)
      throws DicomException {
    return step(edit, instances, progress).map(this::with).orElse(this);
  }

  /// The step that `edit` in every one of `instances` would be; empty where it changes none of
  /// them. It takes as long as the edit; [#with(EditStep)] then takes none.
  ///
  /// @throws DicomException if one of them does not allow it
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public Optional<EditStep> step(Edit edit, Collection<Instance> instances, Progress progress)
      throws DicomException {
    int count = 0;
    var files = new LinkedHashMap<Path, EditStep.Versions>();
    for (Instance instance : instances) {
      progress.checkCancelled();
      DicomFile now = current(instance).file();
      DicomFile changed = edit.apply(now);
      if (!changed.equals(now)) {
        Optional<DicomFile> before = Optional.ofNullable(edited.get(instance.path()));
        files.put(instance.path(), new EditStep.Versions(before, Optional.of(changed)));
      }
      progress.report(++count, instances.size());
    }
    return files.isEmpty() ? Optional.empty() : Optional.of(new EditStep(edit, files));
  }

  /// This history with one more step, made by this one or by an earlier one, provided that its
  /// files have not changed since.
  public EditHistory with(EditStep step) {
    step.files()
        .forEach(
            (path, versions) -> {
              if (!versions.before().equals(Optional.ofNullable(edited.get(path)))) {
                throw new IllegalArgumentException("edited meanwhile");
              }
            });
    var all = new ArrayList<>(steps.subList(0, done));
    all.add(step);
    return new EditHistory(edited, all, done).goTo(done + 1);
  }

  /// All steps, those that have been made first, then those that have been undone.
  public List<EditStep> steps() {
    return steps;
  }

  /// The edits of all steps, in the order of the steps.
  public List<Made> made() {
    return steps.stream().map(EditStep::made).toList();
  }

  /// How many of the steps have been made.
  public int done() {
    return done;
  }

  /// This history with so many of its steps made, and the others undone.
  public EditHistory goTo(int wanted) {
    if (wanted < 0 || wanted > steps.size()) {
      throw new IndexOutOfBoundsException("step " + wanted + " of " + steps.size());
    }
    if (wanted == done) {
      return this;
    }
    var now = new HashMap<>(edited);
    for (int i = done; i < wanted; i++) {
      steps.get(i).files().forEach((path, versions) -> put(now, path, versions.after()));
    }
    for (int i = done - 1; i >= wanted; i--) {
      steps.get(i).files().forEach((path, versions) -> put(now, path, versions.before()));
    }
    return new EditHistory(now, steps, wanted);
  }

  private static void put(Map<Path, DicomFile> files, Path path, Optional<DicomFile> version) {
    version.ifPresentOrElse(file -> files.put(path, file), () -> files.remove(path));
  }

  /// What [#undo()] would undo; empty when there is nothing.
  public Optional<Sentence> undoable() {
    return done == 0 ? Optional.empty() : Optional.of(steps.get(done - 1).label());
  }

  /// What [#redo()] would do again; empty when there is nothing.
  public Optional<Sentence> redoable() {
    return done == steps.size() ? Optional.empty() : Optional.of(steps.get(done).label());
  }

  /// This history with its last step undone; itself when there is none.
  public EditHistory undo() {
    return goTo(Math.max(0, done - 1));
  }

  /// This history with the last undone step done again; itself when there is none.
  public EditHistory redo() {
    return goTo(Math.min(steps.size(), done + 1));
  }

  /// This history after the current versions of some files have been saved where they are: they are
  /// as on the disk now, and the steps that led there can be undone as before.
  ///
  /// @param onDisk the files as they were on the disk until then
  public EditHistory saved(Collection<Instance> onDisk) {
    var was = new HashMap<Path, DicomFile>();
    var is = new HashMap<Path, DicomFile>();
    for (Instance instance : onDisk) {
      DicomFile current = edited.get(instance.path());
      if (current != null) {
        is.put(instance.path(), current);
        was.put(instance.path(), instance.file());
      }
    }
    var rest = new HashMap<>(edited);
    rest.keySet().removeAll(is.keySet());
    return new EditHistory(rest, steps.stream().map(step -> step.after(is, was)).toList(), done);
  }

  /// This history after the files at `paths` have been replaced by something else: nothing is known
  /// of them any more, and steps that changed nothing else are gone.
  public EditHistory forgotten(Set<Path> paths) {
    var rest = new HashMap<>(edited);
    rest.keySet().removeAll(paths);
    var left = new ArrayList<EditStep>();
    int made = 0;
    for (int i = 0; i < steps.size(); i++) {
      EditStep step = steps.get(i).without(paths);
      if (step.images() > 0) {
        left.add(step);
        made += i < done ? 1 : 0;
      }
    }
    return new EditHistory(rest, left, made);
  }

  /// Where the versions of a file have left their big values; to be kept when it is replaced.
  ///
  /// @param onDisk the file as it is on the disk
  public Set<Origin> origins(Instance onDisk) {
    Path path = onDisk.path();
    Stream<DicomFile> versions =
        steps.stream()
            .flatMap(step -> Stream.ofNullable(step.files().get(path)))
            .flatMap(v -> Stream.concat(v.before().stream(), v.after().stream()));
    return Stream.concat(
            Stream.concat(versions, Stream.of(onDisk.file())), Stream.ofNullable(edited.get(path)))
        .flatMap(file -> file.origin().stream())
        .collect(Collectors.toSet());
  }
}
