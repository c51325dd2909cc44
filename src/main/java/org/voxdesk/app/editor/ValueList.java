package org.voxdesk.app.editor;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.model.Services;

/// All values of an element, each in a field with what is wrong beside it, and the buttons that
/// change the list. Rows are made for what is seen only.
final class ValueList extends VBox {
  private static final int ROW = 36;
  private static final int ROWS = 6;
  private static final int LEAST = 3;

  private final Services services;
  private final ValuesViewModel model;

  /// A list of the values of `model`.
  ///
  /// @param begin puts the keyboard into the field of the selected value
  ValueList(Services services, ValuesViewModel model, Runnable begin) {
    this.services = services;
    this.model = model;
    getStyleClass().add("value-list");
    ListView<SingleValue> list = new ListView<>(model.values());
    list.setCellFactory(view -> new Row());
    list.setFixedCellSize(ROW);
    list.setAccessibleText(services.text("editor.values"));
    list.getStyleClass().add("value-rows");
    list.addEventFilter(KeyEvent.KEY_PRESSED, event -> enter(list, event));
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(ROWS, model.values().size()) * (double) ROW + 2, model.values()));
    list.minHeightProperty().bind(list.prefHeightProperty().map(wanted -> least(wanted)));
    list.visibleProperty().bind(Bindings.size(model.values()).greaterThan(1));
    list.managedProperty().bind(list.visibleProperty());
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (property, was, is) -> {
              if (is.intValue() >= 0) {
                model.selectedProperty().set(is.intValue());
              }
            });
    model
        .selectedProperty()
        .addListener(
            (property, was, is) -> {
              list.getSelectionModel().clearAndSelect(is.intValue());
              list.scrollTo(Math.max(0, is.intValue() - ROWS / 2));
            });
    list.getSelectionModel().clearAndSelect(model.selectedProperty().get());
    VBox.setVgrow(list, Priority.ALWAYS);
    // Of one value there is no list to give room to.
    list.visibleProperty().addListener((property, was, is) -> grow(is));
    grow(list.isVisible());
    getChildren().addAll(list, tools(begin));
  }

  /// What is said below does not push the values out of sight.
  private static double least(Number wanted) {
    return Math.min(wanted.doubleValue(), LEAST * ROW + 2.0);
  }

  /// Enter is not for the list, which would keep it.
  private static void enter(ListView<?> list, KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.getTarget().equals(list)) {
      event.consume();
      list.fireEvent(new ActionEvent());
    }
  }

  private void grow(boolean grows) {
    VBox.setVgrow(this, grows ? Priority.ALWAYS : Priority.NEVER);
  }

  private HBox tools(Runnable begin) {
    CommandControls controls = services.controls();
    Label count = new Label();
    count.getStyleClass().add("tag-note");
    count
        .textProperty()
        .bind(
            Bindings.size(model.values())
                .map(size -> services.text("editor.count", size.intValue())));
    HBox tools =
        new HBox(
            controls.icon(
                "editor.add",
                MaterialDesignP.PLUS,
                () -> {
                  model.add();
                  begin.run();
                }),
            controls.icon("editor.remove", MaterialDesignM.MINUS, model::remove),
            controls.icon("editor.up", MaterialDesignA.ARROW_UP, () -> model.move(-1)),
            controls.icon("editor.down", MaterialDesignA.ARROW_DOWN, () -> model.move(1)),
            count);
    tools.getStyleClass().add("value-line");
    return tools;
  }

  /// One value: its number, its field, what is wrong with it.
  private final class Row extends ListCell<SingleValue> {
    private final Label number = new Label();
    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final HBox line = new HBox(number, field, problem);
    private Optional<SingleValue> shown = Optional.empty();

    Row() {
      number.getStyleClass().addAll("tag-note", "fixed-width");
      number.setMinWidth(40);
      problem.getStyleClass().add("tag-problem");
      problem.setMaxWidth(240);
      HBox.setHgrow(field, Priority.ALWAYS);
      line.getStyleClass().add("value-line");
      field
          .focusedProperty()
          .addListener(
              (property, was, is) -> {
                if (is && !isEmpty()) {
                  model.selectedProperty().set(getIndex());
                }
              });
    }

    @Override
    protected void updateItem(SingleValue value, boolean empty) {
      super.updateItem(value, empty);
      shown.ifPresent(
          old -> {
            field.textProperty().unbindBidirectional(old.textProperty());
            problem.textProperty().unbind();
          });
      shown = empty || value == null ? Optional.empty() : Optional.of(value);
      setGraphic(shown.isPresent() ? line : null);
      shown.ifPresent(
          now -> {
            field.textProperty().bindBidirectional(now.textProperty());
            problem.textProperty().bind(now.problemProperty());
          });
      renumber();
    }

    @Override
    public void updateIndex(int index) {
      super.updateIndex(index);
      renumber();
    }

    private void renumber() {
      String place = Integer.toString(getIndex() + 1);
      number.setText(place);
      field.setAccessibleText(services.text("editor.value", place));
    }
  }
}
