package org.voxdesk.app.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Steps of several lists, undone and redone in the order they were made.
final class UndoOrderTest {
  private final UndoOrder order = new UndoOrder();
  private final Pile tags = new Pile();
  private final Pile nodules = new Pile();

  private static final class Pile implements UndoOrder.Steps {
    private final List<String> steps = new ArrayList<>();
    private final SimpleIntegerProperty changes = new SimpleIntegerProperty();
    private int done;

    void make(String what) {
      steps.subList(done, steps.size()).clear();
      steps.add(what);
      goTo(done + 1);
    }

    void goTo(int wanted) {
      done = wanted;
      changes.set(changes.get() + 1);
    }

    List<String> made() {
      return steps.subList(0, done);
    }

    @Override
    public ObservableValue<?> changes() {
      return changes;
    }

    @Override
    public List<?> steps() {
      return steps;
    }

    @Override
    public int done() {
      return done;
    }

    @Override
    public void undo() {
      goTo(done - 1);
    }

    @Override
    public void redo() {
      goTo(done + 1);
    }

    @Override
    public String label(Object step) {
      return step.toString();
    }
  }

  @BeforeEach
  void add() {
    order.add(tags);
    order.add(nodules);
  }

  @Test
  void theLastStepOfAllIsUndoneAndRedoneFirst() {
    tags.make("name");
    nodules.make("mark");
    tags.make("date");
    order.undo();
    order.undo();
    assertThat(tags.made()).containsExactly("name");
    assertThat(nodules.made()).isEmpty();
    assertThat(order.redoableProperty().get()).contains("mark");
    order.redo();
    assertThat(order.redoableProperty().get()).contains("date");
    order.redo();
    assertThat(tags.made()).containsExactly("name", "date");
    order.undo();
    assertThat(tags.made()).containsExactly("name");
  }

  /// What was undone before something new was done does not come back behind its back.
  @Test
  void aNewStepEndsTheRedoingOfOthers() {
    tags.make("name");
    order.undo();
    nodules.make("mark");
    assertThat(order.redoableProperty().get()).isEmpty();
    order.redo();
    assertThat(tags.made()).isEmpty();
    nodules.make("label");
    order.undo();
    assertThat(order.redoableProperty().get()).contains("label");
    order.redo();
    assertThat(nodules.made()).containsExactly("mark", "label");
    assertThat(order.redoableProperty().get()).isEmpty();
    assertThat(tags.made()).isEmpty();
  }

  @Test
  void whatIsUndoneInTheHistoryIsRedoneInItsOrder() {
    tags.make("name");
    tags.make("date");
    nodules.make("mark");
    tags.goTo(0);
    order.redo();
    assertThat(tags.made()).containsExactly("name");
    order.redo();
    assertThat(tags.made()).containsExactly("name", "date");
    order.undo();
    order.undo();
    order.undo();
    assertThat(nodules.made()).isEmpty();
    assertThat(order.undoableProperty().get()).isEmpty();
  }
}
