package org.voxdesk.edit.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.recipe.Step;
import org.voxdesk.study.Instance;
import org.voxdesk.task.Progress;
import org.voxdesk.text.ExplainedException;
import org.voxdesk.text.Sentence;

/// Makes the edits of a journal again.
final class Replay {
  private final JournalState state;
  private final Recovery.Opener opener;
  private final Progress progress;
  private final Map<Path, Instance> images = new LinkedHashMap<>();
  private final List<Sentence> leftOut = new ArrayList<>();
  private boolean away;
  private EditHistory history = EditHistory.EMPTY;

  Replay(JournalState state, Recovery.Opener opener, Progress progress) {
    this.state = state;
    this.opener = opener;
    this.progress = progress;
  }

  Recovery run() {
    for (Path path : state.unsaved()) {
      progress.checkCancelled();
      try {
        images.put(path, open(path));
      } catch (ExplainedException e) {
        leftOut.add(e.sentence());
      }
    }
    List<JournalEntry.Made> edits = state.doneEdits();
    for (int i = 0; i < edits.size(); i++) {
      progress.checkCancelled();
      Optional<Edit> edit = edits.get(i).step().map(Step::edit);
      if (edit.isPresent()) {
        make(edit.get(), wanting(edits.get(i)));
      }
      progress.report(i + 1L, edits.size());
    }
    offerAgain();
    return new Recovery(history, List.copyOf(images.values()), leftOut, away);
  }

  /// Makes what had been undone, up to an edit that cannot be made in all of its files, and undoes
  /// it again, so that it can be redone.
  private void offerAgain() {
    int made = history.steps().size();
    for (JournalEntry.Made undone : state.undoneEdits()) {
      progress.checkCancelled();
      List<Instance> all =
          undone.files().stream().flatMap(f -> Stream.ofNullable(images.get(f.path()))).toList();
      Optional<Edit> edit = undone.step().map(Step::edit);
      if (edit.isEmpty() || all.size() < undone.files().size() || !isRedoable(edit.get(), all)) {
        break;
      }
    }
    history = history.goTo(made);
  }

  private boolean isRedoable(Edit edit, List<Instance> all) {
    try {
      history = history.with(edit, all);
      return true;
    } catch (DicomException notHere) {
      // What cannot be made is not offered; nothing is lost by that.
      return false;
    }
  }

  private Instance open(Path path) throws ExplainedException {
    FileStamp now = FileStamp.of(path);
    if (!now.exists()) {
      away = true;
      throw new ExplainedException(Sentence.of("file.missing", path));
    }
    if (!now.equals(state.stamp(path))) {
      throw new ExplainedException(Sentence.of("journal.changed", path));
    }
    if (state.isAhead(path)) {
      throw new ExplainedException(Sentence.of("journal.undone", path));
    }
    if (state.missing(path).stream().anyMatch(made -> made.step().isEmpty())) {
      throw new ExplainedException(Sentence.of("journal.no.form", path));
    }
    return opener.open(path);
  }

  /// The images that this edit was made in and that do not have it on disk.
  private List<Instance> wanting(JournalEntry.Made made) {
    return made.files().stream()
        .map(FileStamp::path)
        .filter(path -> images.containsKey(path) && state.isMissing(made, path))
        .map(path -> Optional.ofNullable(images.get(path)).orElseThrow())
        .toList();
  }

  private void make(Edit edit, List<Instance> wanting) {
    try {
      history = history.with(edit, wanting);
    } catch (DicomException one) {
      List<Instance> possible = wanting.stream().filter(image -> isPossible(edit, image)).toList();
      if (possible.size() < wanting.size()) {
        make(edit, possible);
      }
    }
  }

  /// False, with a sentence, for an image that does not allow the edit; nothing more is made in it.
  private boolean isPossible(Edit edit, Instance image) {
    try {
      edit.apply(history.current(image).file());
      return true;
    } catch (DicomException e) {
      images.remove(image.path());
      leftOut.add(Sentence.of("journal.stopped", image.path(), e.sentence()));
      return false;
    }
  }
}
