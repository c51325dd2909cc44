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
import java.util.stream.Stream;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Progress;
import org.voxdesk.text.Sentence;

/// What has been edited since the files were opened, and the steps that undo and redo it.
/// Immutable: every change gives a new history, which shares all unchanged data sets with the old
/// one.
public final class EditHistory {
  public static final EditHistory EMPTY = new EditHistory(Map.of(), List.of(), List.of());

  private final Map<Path, DicomFile> edited;
  private final List<Step> done;
  private final List<Step> undone;

  /// One step: the files it changed, as they were before and are after it.
  ///
  /// @param before empty where the file had not been edited before
  private record Step(
      Made made, Map<Path, Optional<DicomFile>> before, Map<Path, DicomFile> after) {}

  /// An edit and the files that it changed. The same object for as long as its step can be undone
  /// or redone.
  public record Made(Edit edit, Set<Path> paths) {
    public Made {
      paths = Set.copyOf(paths);
    }
  }

  private EditHistory(Map<Path, DicomFile> edited, List<Step> done, List<Step> undone) {
    this.edited = Map.copyOf(edited);
    this.done = List.copyOf(done);
    this.undone = List.copyOf(undone);
  }

  /// The instance as it is now, edits included.
  public Instance current(Instance instance) {
    DicomFile file = edited.get(instance.path());
    return file == null ? instance : instance.withFile(file);
  }

  public boolean isEdited(Instance instance) {
    return edited.containsKey(instance.path());
  }

  /// The files that differ from what is on disk.
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
    int count = 0;
    var before = new HashMap<Path, Optional<DicomFile>>();
    var after = new LinkedHashMap<Path, DicomFile>();
    for (Instance instance : instances) {
      progress.checkCancelled();
      Path path = instance.path();
      DicomFile now = current(instance).file();
      DicomFile changed = edit.apply(now);
      if (!changed.equals(now)) {
        before.put(path, Optional.ofNullable(edited.get(path)));
        after.put(path, changed);
      }
      progress.report(++count, instances.size());
    }
    if (after.isEmpty()) {
      return this;
    }
    var now = new HashMap<>(edited);
    now.putAll(after);
    var steps = new ArrayList<>(done);
    steps.add(new Step(new Made(edit, after.keySet()), before, after));
    return new EditHistory(now, steps, List.of());
  }

  /// The edits of all steps, those that have been made first, then those that have been undone, the
  /// next to redo first.
  public List<Made> made() {
    return Stream.concat(done.stream(), undone.reversed().stream()).map(Step::made).toList();
  }

  /// How many of the steps have been made.
  public int done() {
    return done.size();
  }

  /// What [#undo()] would undo; empty when there is nothing.
  public Optional<Sentence> undoable() {
    return done.isEmpty() ? Optional.empty() : Optional.of(done.getLast().made().edit().label());
  }

  /// What [#redo()] would do again; empty when there is nothing.
  public Optional<Sentence> redoable() {
    return undone.isEmpty()
        ? Optional.empty()
        : Optional.of(undone.getLast().made().edit().label());
  }

  /// This history with its last step undone; itself when there is none.
  public EditHistory undo() {
    if (done.isEmpty()) {
      return this;
    }
    Step last = done.getLast();
    var now = new HashMap<>(edited);
    last.before()
        .forEach(
            (path, file) -> file.ifPresentOrElse(f -> now.put(path, f), () -> now.remove(path)));
    var later = new ArrayList<>(undone);
    later.add(last);
    return new EditHistory(now, done.subList(0, done.size() - 1), later);
  }

  /// This history with the last undone step done again; itself when there is none.
  public EditHistory redo() {
    if (undone.isEmpty()) {
      return this;
    }
    Step next = undone.getLast();
    var now = new HashMap<>(edited);
    now.putAll(next.after());
    var steps = new ArrayList<>(done);
    steps.add(next);
    return new EditHistory(now, steps, undone.subList(0, undone.size() - 1));
  }

  /// This history after the files of `paths` have been saved where they are: they are as on disk
  /// now, and no step before this can be undone.
  public EditHistory saved(Collection<Path> paths) {
    var rest = new HashMap<>(edited);
    paths.forEach(rest::remove);
    return new EditHistory(rest, List.of(), List.of());
  }
}
