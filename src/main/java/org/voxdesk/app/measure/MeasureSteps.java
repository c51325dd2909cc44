package org.voxdesk.app.measure;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.UndoOrder;
import org.voxdesk.measure.Kind;
import org.voxdesk.measure.Measurement;
import org.voxdesk.measure.Measurements;

/// What was measured among everything that can be undone.
record MeasureSteps(MeasureViewModel model) implements UndoOrder.Steps {
  @Override
  public ObservableValue<?> changes() {
    return model.changes();
  }

  @Override
  public List<Measurements.Step> steps() {
    return model.allProperty().get().steps();
  }

  @Override
  public int done() {
    return model.allProperty().get().done();
  }

  @Override
  public void undo() {
    model.undo();
  }

  @Override
  public void redo() {
    model.redo();
  }

  @Override
  public String label(Object step) {
    return step instanceof Measurements.Step change ? label(change) : "";
  }

  private String label(Measurements.Step step) {
    Services services = model.app().services();
    Optional<Measurement> what = step.after().or(step::before);
    String name = what.map(m -> model.text().name(m.shape().kind())).orElse("");
    if (what.filter(m -> m.shape().kind() == Kind.KEY_IMAGE).isPresent()) {
      return services.text(
          step.after().isPresent() ? "measure.step.marked" : "measure.step.unmarked");
    }
    if (step.before().isEmpty()) {
      return services.text("measure.step.new", name);
    }
    return step.after().isEmpty()
        ? services.text("measure.step.delete", name)
        : services.text("measure.step.change", name);
  }
}
