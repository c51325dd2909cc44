package org.voxdesk.app.cubes;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.voxdesk.app.cubes.ExportJob.State;
import org.voxdesk.app.model.Services;

/// An export in its present state, with what can be done about it.
final class QueueRow extends HBox {
  private final Services services;
  private final ExportJob job;

  QueueRow(Services services, ExportQueue queue, ExportJob job) {
    this.services = services;
    this.job = job;
    State state = job.stateProperty().get();
    getStyleClass().addAll("tag-line", "queue-row");
    Label words = words(state);
    setAccessibleText(job.name() + ". " + words.getText());
    if (state != State.DONE) {
      Label name = new Label(job.name());
      name.setMinWidth(60);
      getChildren().add(name);
    }
    getChildren().add(words);
    if (state == State.RUNNING) {
      getChildren().add(bar());
    }
    if (!state.isOver()) {
      getChildren().add(button("queue.cancel", MaterialDesignC.CLOSE, queue::cancel));
      return;
    }
    if (state != State.DONE) {
      getChildren().add(button("queue.retry", MaterialDesignR.REFRESH, queue::retry));
    }
    getChildren().add(button("queue.remove", MaterialDesignC.CLOSE, queue::remove));
  }

  private Label words(State state) {
    Label words =
        new Label(
            switch (state) {
              case WAITING -> services.text("queue.waiting");
              case RUNNING -> "";
              case DONE, FAILED, CANCELLED -> job.report().lines().findFirst().orElse("");
            });
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
    return words;
  }

  private ProgressBar bar() {
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(job.progressProperty());
    bar.setAccessibleText(job.name());
    bar.setPrefWidth(90);
    bar.setMinWidth(50);
    return bar;
  }

  private Button button(String key, Ikon icon, Consumer<ExportJob> action) {
    Button button = services.controls().icon(key, icon, () -> action.accept(job));
    button.setAccessibleText(services.text(key) + ": " + job.name());
    return button;
  }
}
