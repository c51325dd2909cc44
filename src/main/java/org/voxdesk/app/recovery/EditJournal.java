package org.voxdesk.app.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.journal.Journal;

/// Writes the edits of the session down as they are made. Follows the session on the window's
/// thread; the writing is done on a thread of its own, in order.
public final class EditJournal {
  private final Services services;
  private final Executor writing;
  private final Journal journal;
  // What the journal has, in its order; used on the window's thread.
  private final List<EditHistory.Made> written = new ArrayList<>();
  private int done;
  // Used on the thread that writes.
  private boolean failed;

  /// Writes into a folder.
  ///
  /// @param writing runs one thing after the other
  public EditJournal(Services services, Path folder, Executor writing) {
    this.services = services;
    this.writing = writing;
    this.journal = new Journal(folder);
  }

  /// Follows `session` for good.
  public void follow(Session session) {
    session.historyProperty().addListener((property, was, is) -> follow(is));
    session.onSaved(this::saved);
  }

  private void follow(EditHistory history) {
    List<EditHistory.Made> all = history.made();
    for (int i = 0; i < history.done(); i++) {
      EditHistory.Made made = all.get(i);
      if (place(made) < 0) {
        // What had been undone is forgotten by what is made after it.
        written.subList(done, written.size()).clear();
        written.add(made);
        done = written.size();
        write(to -> to.made(made.edit(), made.paths()));
      }
    }
    int wanted = done(history, all);
    if (wanted != done) {
      done = wanted;
      write(to -> to.goneTo(wanted));
    }
  }

  /// How much of what is written is done: steps that the history no longer has stay as they were.
  private int done(EditHistory history, List<EditHistory.Made> all) {
    if (all.isEmpty()) {
      return done;
    }
    return history.done() > 0 ? place(all.get(history.done() - 1)) + 1 : place(all.getFirst());
  }

  @SuppressWarnings("ReferenceEquality") // The same edit may be made twice.
  private int place(EditHistory.Made made) {
    for (int i = written.size() - 1; i >= 0; i--) {
      if (written.get(i) == made) {
        return i;
      }
    }
    return -1;
  }

  private void saved(Set<Path> paths) {
    write(to -> to.saved(paths));
  }

  /// Ends the journal: what is in it is saved, or the user has agreed to losing it.
  ///
  /// @param then run when the file is gone
  public void end(Runnable then) {
    write(Journal::discard);
    execute(then);
  }

  /// Leaves what is in the journal to the next start.
  ///
  /// @param then run when all of it is written
  public void keep(Runnable then) {
    execute(then);
  }

  /// Does what may only be done while nothing is being written, such as reading other journals.
  void between(Runnable work) {
    execute(work);
  }

  /// Something that is written.
  @FunctionalInterface
  private interface Entry {
    void write(Journal to) throws IOException;
  }

  private void write(Entry entry) {
    execute(
        () -> {
          try {
            entry.write(journal);
          } catch (IOException e) {
            tell(e);
          }
        });
  }

  /// Once: the next edit is not written either.
  private void tell(IOException e) {
    if (!failed) {
      failed = true;
      services.notifications().warn(services.text("recovery.off"), Optional.of(e.toString()));
    }
  }

  private void execute(Runnable work) {
    try {
      writing.execute(work);
    } catch (RejectedExecutionException closing) {
      // The window is gone, and with it whoever could be told.
      System.getLogger(EditJournal.class.getName())
          .log(System.Logger.Level.DEBUG, "the window is closed", closing);
    }
  }
}
