package org.voxdesk.app.model;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.voxdesk.nodule.Nodules;

/// What was done to nodules among everything that can be undone.
record NoduleSteps(Services services, NoduleList nodules) implements UndoOrder.Steps {
  @Override
  public ObservableValue<?> changes() {
    return nodules.allProperty();
  }

  @Override
  public List<Nodules.Step> steps() {
    return nodules.allProperty().get().steps();
  }

  @Override
  public int done() {
    return nodules.allProperty().get().done();
  }

  @Override
  public void undo() {
    nodules.undo();
  }

  @Override
  public void redo() {
    nodules.redo();
  }

  @Override
  public String label(Object step) {
    return step instanceof Nodules.Step made ? label(made) : "";
  }

  private String label(Nodules.Step step) {
    String key =
        switch (step.kind()) {
          case MARK -> "nodules.step.mark";
          case DELETE -> "nodules.step.delete";
          case MOVE -> "nodules.step.move";
          case DIAMETER -> "nodules.step.diameter";
          case LABEL -> "nodules.step.label";
          case NOTE -> "nodules.step.note";
          case READ -> "nodules.step.read";
        };
    return services.text(key, step.number());
  }
}
