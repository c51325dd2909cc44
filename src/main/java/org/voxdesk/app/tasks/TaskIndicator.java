package org.voxdesk.app.tasks;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.voxdesk.app.i18n.Messages;

/// The right end of the status bar: the oldest running task with progress and a cancel button, and
/// a button that lists the others.
public final class TaskIndicator extends HBox {
  private final ObservableList<TaskRow> rows;
  private final Messages messages;
  private final Popup popup = new Popup();
  private final VBox list = new VBox();

  /// Shows the tasks of `tasks` from now on.
  public TaskIndicator(TasksViewModel tasks, Messages messages) {
    this.rows = tasks.rows();
    this.messages = messages;
    getStyleClass().add("task-indicator");
    setAlignment(Pos.CENTER_RIGHT);
    list.getStyleClass().add("task-list");
    popup.getContent().add(list);
    popup.setAutoHide(true);
    rows.addListener((ListChangeListener<TaskRow>) change -> refresh());
    refresh();
  }

  private void refresh() {
    getChildren().clear();
    list.getChildren().setAll(rows.stream().map(row -> line(row, true)).toList());
    if (rows.size() < 2) {
      popup.hide();
    }
    if (rows.isEmpty()) {
      return;
    }
    getChildren().add(line(rows.getFirst(), false));
    if (rows.size() > 1) {
      Button more = new Button(messages.text("tasks.more", rows.size() - 1));
      more.getStyleClass().addAll("flat", "small");
      more.setOnAction(event -> open());
      getChildren().add(more);
    }
  }

  private void open() {
    if (popup.isShowing()) {
      popup.hide();
      return;
    }
    // A popup is a scene of its own and knows nothing of the window's stylesheets.
    popup.getScene().getStylesheets().setAll(getScene().getStylesheets());
    list.applyCss();
    var corner = localToScreen(getWidth(), 0);
    popup.show(getScene().getWindow());
    popup.setX(corner.getX() - popup.getWidth());
    popup.setY(corner.getY() - popup.getHeight());
  }

  private Node line(TaskRow row, boolean wide) {
    Label name = new Label(row.name());
    Label percent = new Label();
    percent.getStyleClass().add("task-percent");
    percent
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> percent(row.progressProperty().get()), row.progressProperty()));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(row.progressProperty());
    bar.setAccessibleText(row.name());
    Button cancel = new Button();
    cancel.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    cancel.getStyleClass().addAll("flat", "button-icon", "small");
    cancel.setAccessibleText(messages.text("tasks.cancel", row.name()));
    cancel.setOnAction(event -> row.cancel());
    HBox line = new HBox(name, bar, percent, cancel);
    line.getStyleClass().add("task-line");
    line.setAlignment(Pos.CENTER_LEFT);
    if (wide) {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      line.getChildren().add(1, gap);
    }
    return line;
  }

  private static String percent(double progress) {
    return progress < 0 ? "" : String.format(Locale.ROOT, "%3.0f %%", Math.floor(progress * 100));
  }
}
