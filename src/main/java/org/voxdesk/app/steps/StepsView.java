package org.voxdesk.app.steps;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.model.Session;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.edit.EditHistory;
import org.voxdesk.edit.EditStep;

/// The page of steps: the files as they were opened, then every step, the last one that is made
/// marked and those that are undone dimmed. A click on one, or Enter, goes there.
public final class StepsView extends VBox {
  private static final String TITLE = "steps.title";
  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
  private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

  private final Services services;
  private final Session session;
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ListView<Row> list = new ListView<>(rows);

  /// One state to go to.
  ///
  /// @param steps how many steps are made in it
  private record Row(int steps, String text) {}

  private StepsView(AppModel app) {
    this.services = app.services();
    this.session = app.session();
    getStyleClass().addAll("inspector-page", "steps");
    list.setId("steps-list");
    list.getStyleClass().add("dense");
    list.setAccessibleText(services.text(TITLE));
    list.setCellFactory(view -> new Cell());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            goTo(list.getFocusModel().getFocusedIndex());
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    Label help = new Label(services.text("steps.help"));
    help.setWrapText(true);
    getChildren().addAll(help, list);
    session.historyProperty().addListener((property, was, is) -> show(is));
    show(session.historyProperty().get());
  }

  /// The page, and the command that opens it.
  public static InspectorTab tab(AppModel app) {
    app.services().commands().bind(Command.HISTORY, () -> app.pageProperty().set(TITLE));
    return new InspectorTab(TITLE, MaterialDesignH.HISTORY, () -> new StepsView(app));
  }

  private void show(EditHistory history) {
    List<Row> now = new ArrayList<>();
    now.add(new Row(0, services.text("steps.opened")));
    List<EditStep> steps = history.steps();
    for (int i = 0; i < steps.size(); i++) {
      String label = steps.get(i).label().in(services.messages().locale());
      now.add(new Row(i + 1, services.text("steps.step", label, steps.get(i).images())));
    }
    if (!now.equals(rows)) {
      rows.setAll(now);
    }
    list.getSelectionModel().clearAndSelect(history.done());
    list.scrollTo(Math.max(0, history.done() - 3));
    list.refresh();
  }

  private void goTo(int row) {
    if (row >= 0 && row < rows.size()) {
      session.goTo(rows.get(row).steps());
      // Where it was not allowed, the mark stays where it was.
      show(session.historyProperty().get());
    }
  }

  /// Tells by its look whether the step is made, and which is the last of those.
  private final class Cell extends ListCell<Row> {
    Cell() {
      setWrapText(true);
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              goTo(getIndex());
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      int done = session.historyProperty().get().done();
      boolean shown = row != null && !empty;
      setText(row == null ? "" : row.text());
      pseudoClassStateChanged(CURRENT, shown && row.steps() == done);
      pseudoClassStateChanged(UNDONE, shown && row.steps() > done);
    }
  }
}
