package org.voxdesk.edit.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import org.voxdesk.edit.Edit;
import org.voxdesk.edit.recipe.Step;
import org.voxdesk.io.LockedFile;
import org.voxdesk.text.ExplainedException;

/// The edits of one running program, each written down when it has been made: a file of lines that
/// only grows, readable by its user alone, locked as long as the program runs. There is a file from
/// the first edit on. Used by one thread.
public final class Journal implements AutoCloseable {
  static final String PREFIX = "edits-";
  static final String SUFFIX = ".jsonl";

  private final Path folder;
  private final JournalState state = new JournalState();
  private Optional<LockedFile> opened = Optional.empty();

  /// A journal in a folder, which may hold those of other programs that run.
  public Journal(Path folder) {
    this.folder = folder;
  }

  /// Writes down that `edit` has been made in the files of `paths`; what had been undone can no
  /// longer be redone.
  ///
  /// @throws IOException if it cannot be written
  public void made(Edit edit, Collection<Path> paths) throws IOException {
    add(
        new JournalEntry.Made(
            step(edit),
            paths.stream()
                .map(path -> state.knows(path) ? state.stamp(path) : FileStamp.of(path))
                .toList()));
  }

  private static Optional<Step> step(Edit edit) {
    try {
      return Optional.of(Step.of(edit));
    } catch (ExplainedException notRecordable) {
      // Written down without its form, so that the files are known not to be what they were.
      return Optional.empty();
    }
  }

  /// Writes down that edits have been undone or redone.
  ///
  /// @param done how many of all that are written here are done now
  /// @throws IOException if it cannot be written
  public void goneTo(int done) throws IOException {
    add(new JournalEntry.GoneTo(done));
  }

  /// Writes down that the files of `paths` are on disk as they are edited.
  ///
  /// @throws IOException if it cannot be written
  public void saved(Collection<Path> paths) throws IOException {
    if (paths.stream().anyMatch(state::knows)) {
      add(new JournalEntry.Saved(paths.stream().filter(state::knows).map(FileStamp::of).toList()));
    }
  }

  /// How many edits are done.
  public int done() {
    return state.done();
  }

  private void add(JournalEntry entry) throws IOException {
    state.add(entry);
    if (opened.isEmpty()) {
      opened = Optional.of(LockedFile.create(folder, PREFIX, SUFFIX));
    }
    opened.get().add(JournalLine.of(entry));
    opened.get().force();
  }

  /// Ends the journal; its file goes unless edits in it are in no other file.
  @Override
  public void close() throws IOException {
    end(state.unsaved().isEmpty());
  }

  /// Ends the journal, whatever is in it.
  public void discard() throws IOException {
    end(true);
  }

  private void end(boolean deleting) throws IOException {
    if (opened.isPresent()) {
      LockedFile file = opened.get();
      opened = Optional.empty();
      if (deleting) {
        Files.deleteIfExists(file.path());
      }
      file.close();
    }
  }
}
