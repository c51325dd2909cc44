package org.voxdesk.app.save;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.save.SaveLevel.Extent;

/// What is saved, into which folder and under which names, with the first names as they would be.
final class SaveLevelPage extends VBox {
  private static final List<String> EXAMPLES =
      List.of(
          SaveLevel.SOURCE_NAMES,
          "{PatientID}/{StudyDate}_{StudyDescription}/{SeriesNumber}_{SeriesDescription}/"
              + "{InstanceNumber:4}.dcm",
          "{StudyInstanceUID}/{SeriesInstanceUID}/{SOPInstanceUID}.dcm",
          "{Modality}_{SeriesNumber:3}_{InstanceNumber:5}.dcm");

  private final Services services;
  private final SaveLevel model;

  SaveLevelPage(SaveLevel model) {
    this.services = model.services();
    this.model = model;
    getStyleClass().addAll("page", "save-level");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    ColumnConstraints fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), fields);
    TextField folder = field("level.folder", model.folderProperty());
    TextField pattern = field("level.pattern", model.patternProperty());
    ComboBox<Extent> extent = extent();
    grid.addRow(0, label("level.extent", extent), extent);
    grid.addRow(1, label("level.folder", folder), beside(folder, browse()));
    grid.addRow(2, label("level.pattern", pattern), beside(pattern, examples(pattern)));
    Label help =
        new Label(
            services.text("level.pattern.help", SaveLevel.SOURCE_NAMES, "{InstanceNumber:4}"));
    help.setWrapText(true);
    help.setMaxWidth(560);
    CheckBox replacing = new CheckBox(services.text("level.replacing"));
    replacing.setId("level-replacing");
    replacing.selectedProperty().bindBidirectional(model.replacingProperty());
    ListView<String> names = new ListView<>(model.names());
    names.setId("level-names");
    names.getStyleClass().add("dense");
    names.setAccessibleText(services.text("level.names"));
    names.setPrefHeight(180);
    VBox.setVgrow(names, Priority.ALWAYS);
    Label title = label("level.names", names);
    Label problem = new Label();
    problem.setId("level-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("problem");
    problem.textProperty().bind(model.problemProperty());
    getChildren().addAll(grid, help, replacing, title, names, problem, save());
    setPrefWidth(640);
  }

  private TextField field(String key, javafx.beans.property.StringProperty text) {
    TextField field = new TextField();
    field.setId(key.replace('.', '-'));
    field.setAccessibleText(services.text(key));
    field.textProperty().bindBidirectional(text);
    field.setOnAction(event -> run());
    return field;
  }

  private Label label(String key, Node of) {
    Label label = new Label(services.text(key));
    label.setLabelFor(of);
    return label;
  }

  private static HBox beside(TextField field, Node button) {
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field, button);
    line.getStyleClass().add("tag-line");
    return line;
  }

  private ComboBox<Extent> extent() {
    ComboBox<Extent> box = new ComboBox<>();
    box.getItems().setAll(Extent.values());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Extent extent) {
            return extent == null ? "" : services.text(extent.key());
          }

          @Override
          public Extent fromString(String name) {
            throw new UnsupportedOperationException("names are not typed");
          }
        });
    box.setId("level-extent");
    box.setAccessibleText(services.text("level.extent"));
    box.valueProperty().bindBidirectional(model.extentProperty());
    return box;
  }

  private Button browse() {
    Button button = new Button(services.text("level.browse"));
    button.setOnAction(event -> model.chooseFolder());
    return button;
  }

  private MenuButton examples(TextField pattern) {
    MenuButton button = new MenuButton(services.text("level.examples"));
    for (String example : EXAMPLES) {
      MenuItem item = new MenuItem(example);
      item.setMnemonicParsing(false);
      item.setOnAction(
          event -> {
            model.patternProperty().set(example);
            pattern.requestFocus();
          });
      button.getItems().add(item);
    }
    return button;
  }

  private Button save() {
    Button button = new Button(services.text("level.save"));
    button.setId("level-save");
    button.disableProperty().bind(model.problemProperty().isNotEmpty());
    button.setOnAction(event -> run());
    return button;
  }

  /// Leaves the page: what is to be asked is asked above the window itself.
  private void run() {
    if (model.problemProperty().get().isEmpty()) {
      getScene().getWindow().hide();
      model.save();
    }
  }
}
