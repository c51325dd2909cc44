package org.voxdesk.app.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.voxdesk.app.model.AppModel;
import org.voxdesk.app.tasks.TaskIndicator;
import org.voxdesk.app.tasks.TasksViewModel;

/// The bottom line: what is under the pointer, how the slices of the series lie, and what goes on
/// in the background.
final class StatusBar extends HBox {
  StatusBar(AppModel app, TasksViewModel tasks) {
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label readout = new Label();
    readout.setId("readout");
    readout.getStyleClass().add("readout");
    readout.textProperty().bind(app.readoutProperty());
    readout.setMaxWidth(Double.MAX_VALUE);
    readout.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(readout, Priority.ALWAYS);
    Label geometry = new Label();
    geometry.setId("geometry");
    geometry.getStyleClass().add("text-muted");
    geometry.textProperty().bind(app.geometryProperty());
    geometry.setMinWidth(0);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(app.geometryProperty());
    geometry
        .tooltipProperty()
        .bind(app.geometryProperty().map(text -> text.isEmpty() ? null : whole));
    TaskIndicator indicator = new TaskIndicator(tasks, app.services().messages());
    indicator.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(readout, geometry, indicator);
  }
}
