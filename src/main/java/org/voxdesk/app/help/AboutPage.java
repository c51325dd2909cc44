package org.voxdesk.app.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.model.Services;

/// What this program is: purpose, versions, licence, the folder of its log.
final class AboutPage extends VBox {
  private final Services services;

  AboutPage(Services services, Path logs) {
    this.services = services;
    getStyleClass().add("page");
    GridPane facts = new GridPane();
    facts.getStyleClass().add("form");
    Versions.all().forEach((name, version) -> row(facts, name, copyable(name, version)));
    TextField folder = copyable(services.text("about.log"), logs.toString());
    Button open = new Button(services.text("about.openLog"));
    open.setId("about-open-log");
    open.setOnAction(event -> open(logs));
    HBox.setHgrow(folder, Priority.ALWAYS);
    HBox log = new HBox(folder, open);
    log.getStyleClass().add("about-log");
    row(facts, services.text("about.log"), log);
    Button licences = new Button(services.text("command.licences"));
    licences.setOnAction(event -> services.commands().run(Command.LICENCES));
    getChildren().addAll(words("about.text"), words("about.licence"), facts, new HBox(licences));
  }

  private Label words(String key) {
    Label label = new Label(services.text(key));
    label.setWrapText(true);
    label.setPrefWidth(560);
    return label;
  }

  private static TextField copyable(String name, String value) {
    TextField field = new TextField(value);
    field.setEditable(false);
    field.setAccessibleText(name);
    field.setPrefColumnCount(32);
    return field;
  }

  private static void row(GridPane facts, String name, javafx.scene.Node value) {
    Label label = new Label(name);
    label.setLabelFor(value);
    GridPane.setHgrow(value, Priority.ALWAYS);
    facts.addRow(facts.getRowCount(), label, value);
  }

  private void open(Path logs) {
    try {
      FileManager.open(Files.createDirectories(logs));
    } catch (IOException e) {
      services.notifications().error(services.text("error.openFolder", logs), e);
    }
  }
}
