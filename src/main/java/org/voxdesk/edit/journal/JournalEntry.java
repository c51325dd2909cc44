package org.voxdesk.edit.journal;

import java.util.List;
import java.util.Optional;
import org.voxdesk.edit.recipe.Step;

/// One line of a journal.
sealed interface JournalEntry {
  /// An edit was made; what had been undone can no longer be redone.
  ///
  /// @param step empty where no recipe can hold it
  /// @param files as they were before anything was made
  record Made(Optional<Step> step, List<FileStamp> files) implements JournalEntry {
    public Made {
      files = List.copyOf(files);
    }
  }

  /// Edits were undone or redone, so that these many of them are done.
  record GoneTo(int done) implements JournalEntry {}

  /// Files were saved in place.
  record Saved(List<FileStamp> files) implements JournalEntry {
    public Saved {
      files = List.copyOf(files);
    }
  }
}
