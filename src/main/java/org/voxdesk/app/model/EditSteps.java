package org.voxdesk.app.model;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.voxdesk.edit.EditHistory;

/// The edits of a session among everything that can be undone.
record EditSteps(Services services, Session session) implements UndoOrder.Steps {
  @Override
  public ObservableValue<?> changes() {
    return session.historyProperty();
  }

  @Override
  public List<EditHistory.Made> steps() {
    return session.historyProperty().get().made();
  }

  @Override
  public int done() {
    return session.historyProperty().get().done();
  }

  @Override
  public void undo() {
    session.undo();
  }

  @Override
  public void redo() {
    session.redo();
  }

  @Override
  public String label(Object step) {
    return step instanceof EditHistory.Made made
        ? made.edit().label().in(services.messages().locale())
        : "";
  }
}
