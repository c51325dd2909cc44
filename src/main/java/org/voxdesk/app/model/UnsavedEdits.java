package org.voxdesk.app.model;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.io.DicomFile;
import org.voxdesk.study.Instance;

/// Knows which edits would be lost with the program: those that are in no file, be it the one that
/// was opened or a copy. Used on the window's thread.
public final class UnsavedEdits {
  private final Services services;
  private final Session session;
  private final Map<Path, DicomFile> copies = new HashMap<>();

  UnsavedEdits(Services services, Session session) {
    this.services = services;
    this.session = session;
  }

  /// Notes that these images, as they are given, have been written somewhere.
  public void copied(Collection<Instance> written) {
    written.forEach(instance -> copies.put(instance.path(), instance.file()));
  }

  /// How many of the open images have edits that are in no file.
  public int count() {
    EditHistory history = session.historyProperty().get();
    return (int)
        session.libraryProperty().get().instances().stream()
            .filter(history::isEdited)
            .filter(i -> !history.current(i).file().equals(copies.get(i.path())))
            .count();
  }

  /// Whether nothing would be lost, or the user agrees to losing it.
  public boolean mayBeLost() {
    int count = count();
    return count == 0
        || services
            .dialogs()
            .confirm(
                services.text("unsaved.title"),
                services.text("unsaved.text", count),
                services.text("unsaved.discard"));
  }
}
