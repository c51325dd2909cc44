package org.voxdesk.app.cubes;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.voxdesk.app.cubes.ExportJob.State;
import org.voxdesk.app.model.Services;

/// What is being exported, waits, or is over; not there while the list is empty.
final class QueueView extends VBox {
  private static final double ROW = 28;
  private static final int MOST_ROWS = 3;

  private final Services services;
  private final ExportQueue queue;
  private final VBox rows = new VBox();

  QueueView(Services services, ExportQueue queue) {
    this.services = services;
    this.queue = queue;
    getStyleClass().add("queue");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    getChildren().add(scroll);
    queue.jobs().addListener((ListChangeListener<ExportJob>) change -> fill(scroll));
    fill(scroll);
  }

  private void fill(ScrollPane scroll) {
    rows.getChildren().setAll(queue.jobs().stream().map(this::row).toList());
    int count = queue.jobs().size();
    setVisible(count > 0);
    setManaged(count > 0);
    double height = Math.min(count, MOST_ROWS) * ROW + 2;
    scroll.setMinHeight(height);
    scroll.setPrefHeight(height);
    scroll.setMaxHeight(height);
    scroll.setVvalue(1);
  }

  private Node row(ExportJob job) {
    HBox row = new HBox();
    row.getStyleClass().addAll("tag-line", "queue-row");
    row.setMinHeight(ROW);
    job.stateProperty().addListener((property, was, is) -> fill(row, job));
    fill(row, job);
    return row;
  }

  private void fill(HBox row, ExportJob job) {
    State state = job.stateProperty().get();
    Label name = new Label(job.name());
    name.setMinWidth(60);
    Label words = new Label(words(job));
    words.getStyleClass().add(state == State.FAILED ? "problem" : "tag-note");
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!job.report().isEmpty()) {
      Tooltip whole = new Tooltip(job.report());
      whole.setWrapText(true);
      whole.setMaxWidth(460);
      words.setTooltip(whole);
    }
    row.setAccessibleText(job.name() + ". " + words.getText());
    row.getChildren().setAll(words);
    if (state != State.DONE) {
      row.getChildren().addFirst(name);
    }
    if (state == State.RUNNING) {
      ProgressBar bar = new ProgressBar();
      bar.progressProperty().bind(job.progressProperty());
      bar.setAccessibleText(job.name());
      bar.setPrefWidth(90);
      bar.setMinWidth(50);
      row.getChildren().add(bar);
    }
    if (!state.isOver()) {
      row.getChildren().add(button("queue.cancel", job, MaterialDesignC.CLOSE, queue::cancel));
    } else {
      if (state != State.DONE) {
        row.getChildren().add(button("queue.retry", job, MaterialDesignR.REFRESH, queue::retry));
      }
      row.getChildren().add(button("queue.remove", job, MaterialDesignC.CLOSE, queue::remove));
    }
  }

  private Button button(String key, ExportJob job, Ikon icon, Consumer<ExportJob> action) {
    Button button = services.controls().icon(key, icon, () -> action.accept(job));
    button.setAccessibleText(services.text(key) + ": " + job.name());
    return button;
  }

  private String words(ExportJob job) {
    return switch (job.stateProperty().get()) {
      case WAITING -> services.text("queue.waiting");
      case RUNNING -> "";
      case DONE, FAILED, CANCELLED -> job.report().lines().findFirst().orElse("");
    };
  }
}
