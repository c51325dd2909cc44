package org.voxdesk.app.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;

/// The report of a problem, to be read before it is copied or saved. Nothing is sent anywhere.
final class ProblemPage extends VBox {
  private final Services services;
  private final TextArea report;

  ProblemPage(Services services, Path logs) {
    this.services = services;
    getStyleClass().add("page");
    Label hint = new Label(services.text("problem.hint"));
    hint.setWrapText(true);
    hint.setPrefWidth(720);
    report = new TextArea(ProblemReport.text(services.preferences(), logs));
    report.setId("problem-report");
    report.setAccessibleText(services.text("problem.title"));
    report.getStyleClass().add("fixed-width");
    report.setPrefSize(720, 420);
    VBox.setVgrow(report, Priority.ALWAYS);
    Button copy = new Button(services.text("problem.copy"));
    copy.setId("problem-copy");
    copy.setOnAction(event -> copy());
    Button save = new Button(services.text("problem.save"));
    save.setId("problem-save");
    save.setOnAction(event -> save());
    HBox buttons = new HBox(copy, save);
    buttons.getStyleClass().add("tag-line");
    getChildren().addAll(hint, report, buttons);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(report.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void save() {
    services
        .dialogs()
        .saveFile(services.text("problem.save"), "voxdesk-problem.txt")
        .ifPresent(this::write);
  }

  private void write(Path file) {
    try {
      Files.writeString(file, report.getText());
      services.notifications().info(services.text("problem.saved", file));
    } catch (IOException e) {
      services.notifications().error(services.text("problem.notSaved", file), e);
    }
  }
}
