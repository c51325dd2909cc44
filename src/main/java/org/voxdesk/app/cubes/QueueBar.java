package org.voxdesk.app.cubes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.voxdesk.app.control.LiveScroll;
import org.voxdesk.app.cubes.ExportJob.State;
import org.voxdesk.app.model.Services;

/// One line that is always there: what is being exported, or else what was exported last; behind
/// its button all of the queue, the newest first.
final class QueueBar extends HBox {
  private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
  private static final double WIDTH = 620;
  private static final double ROW = 30;
  private static final int MOST_ROWS = 8;

  private final Services services;
  private final ExportQueue queue;
  private final ObservableValue<Optional<Path>> folder;
  private final HBox now = new HBox();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new LiveScroll(rows);
  private final Button clear = new Button();
  private final MenuButton all = new MenuButton();
  private final ChangeListener<State> changed = (property, was, is) -> fill();

  /// @param folder where cubes go, told while there is nothing else to tell
  QueueBar(Services services, ExportQueue queue, ObservableValue<Optional<Path>> folder) {
    this.services = services;
    this.queue = queue;
    this.folder = folder;
    getStyleClass().addAll("tag-line", "queue");
    setMinHeight(ROW);
    setMaxHeight(ROW);
    HBox.setHgrow(now, Priority.ALWAYS);
    now.setMinWidth(0);
    getChildren().addAll(now, all());
    queue.jobs().addListener(this::follow);
    queue.jobs().forEach(job -> job.stateProperty().addListener(changed));
    folder.addListener((property, was, is) -> fill());
    fill();
  }

  private void follow(ListChangeListener.Change<? extends ExportJob> change) {
    while (change.next()) {
      change.getRemoved().forEach(job -> job.stateProperty().removeListener(changed));
      change.getAddedSubList().forEach(job -> job.stateProperty().addListener(changed));
    }
    fill();
  }

  private MenuButton all() {
    clear.setText(services.text("queue.clear"));
    clear.setId("queue-clear");
    clear.setOnAction(event -> queue.clear());
    Label title = new Label(services.text("queue.title"));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox head = new HBox(title, clear);
    head.getStyleClass().add("tag-line");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    VBox page = new VBox(head, scroll);
    page.getStyleClass().add("queue-page");
    page.setPrefWidth(WIDTH);
    CustomMenuItem item = new CustomMenuItem(page, false);
    item.getStyleClass().add("form-item");
    all.getItems().add(item);
    all.setId("queue-all");
    all.setGraphic(new FontIcon(MaterialDesignF.FORMAT_LIST_BULLETED));
    all.getStyleClass().addAll("flat", "button-icon");
    all.setMinWidth(USE_PREF_SIZE);
    all.setTooltip(new Tooltip(services.text("queue.title")));
    return all;
  }

  private void fill() {
    List<ExportJob> newest = queue.jobs().reversed();
    now.getChildren().setAll(latest(newest).<Node>map(this::row).orElseGet(this::nothing));
    rows.getChildren().setAll(newest.stream().map(this::row).toList());
    double height = Math.clamp(newest.size(), 1, MOST_ROWS) * ROW + 2;
    scroll.setMinHeight(height);
    scroll.setPrefHeight(height);
    scroll.setVvalue(0);
    clear.setDisable(newest.stream().noneMatch(ExportQueue::isFinished));
    long failed = newest.stream().filter(job -> state(job) == State.FAILED).count();
    all.setText(newest.isEmpty() ? "" : Integer.toString(newest.size()));
    all.setDisable(newest.isEmpty());
    all.pseudoClassStateChanged(FAILED, failed > 0);
    all.setAccessibleText(services.text("queue.all", newest.size(), failed));
  }

  /// What runs; else what was asked for last.
  private static Optional<ExportJob> latest(List<ExportJob> newest) {
    return newest.stream()
        .filter(job -> state(job) == State.RUNNING)
        .findFirst()
        .or(() -> newest.stream().findFirst());
  }

  private static State state(ExportJob job) {
    return job.stateProperty().get();
  }

  private Node row(ExportJob job) {
    Region row = new QueueRow(services, queue, job);
    HBox.setHgrow(row, Priority.ALWAYS);
    row.setMinWidth(0);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setMinHeight(ROW);
    return row;
  }

  private Node nothing() {
    Label label =
        new Label(
            folder
                .getValue()
                .map(path -> services.text("queue.folder", path))
                .orElseGet(() -> services.text("queue.none")));
    label.getStyleClass().add("tag-note");
    label.setId("cubes-folder-name");
    label.setMinWidth(0);
    label.setMinHeight(ROW);
    folder.getValue().ifPresent(path -> label.setTooltip(new Tooltip(path.toString())));
    return label;
  }
}
