package org.voxdesk.app.cubes;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.cubes.DatasetExport.Choice;
import org.voxdesk.app.model.Services;
import org.voxdesk.export.CubeFormat;
import org.voxdesk.export.Identifiers;

/// Asks what dataset is wanted.
final class DatasetPage extends VBox {
  private static final String FOLDER = "dataset.folder";

  private final Services services;
  private final CubeSettings settings;
  private final TextField folder = new TextField();
  private final CheckBox anew = new CheckBox();

  /// @param what how much it will be, in words
  DatasetPage(
      Services services, CubeSettings settings, String what, Consumer<Optional<Choice>> answer) {
    this.services = services;
    this.settings = settings;
    Fields fields = new Fields(services);
    getStyleClass().addAll("page", "dataset");
    folder.setId("dataset-folder");
    folder.setAccessibleText(services.text("dataset.folder"));
    services.preferences().get(FOLDER).ifPresent(folder::setText);
    FlowPane formats = new FlowPane();
    formats.getStyleClass().add("format-boxes");
    Arrays.stream(CubeFormat.values())
        .map(format -> FormatBoxes.box(services, format, settings.formatsProperty()))
        .forEach(formats.getChildren()::add);
    Node share =
        fields.field(
            "dataset.validation",
            services.text("dataset.validation.limits"),
            settings.validationProperty(),
            String::valueOf,
            CubeSettings::share);
    Node identifiers =
        fields.choice(
            "cubes.identifiers",
            List.of(Identifiers.values()),
            settings.identifiersProperty(),
            this::name);
    PasswordField key = new PasswordField();
    key.setId("dataset-key");
    key.setAccessibleText(services.text("dataset.key"));
    key.textProperty().bindBidirectional(settings.keyProperty());
    GridPane grid = new GridPane();
    grid.getStyleClass().add("form");
    ColumnConstraints wide = new ColumnConstraints();
    wide.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(new ColumnConstraints(), wide);
    Label formatLabel = fields.label("dataset.formats", formats);
    GridPane.setValignment(formatLabel, VPos.TOP);
    grid.addRow(0, fields.label("dataset.folder", folder), beside(folder, browse()));
    grid.addRow(1, formatLabel, formats);
    grid.addRow(2, fields.label("dataset.validation", share), share);
    grid.addRow(3, fields.label("cubes.identifiers", identifiers), identifiers);
    grid.addRow(4, fields.label("dataset.key", key), key);
    anew.setText(services.text("dataset.anew"));
    anew.setId("dataset-anew");
    anew.setMnemonicParsing(false);
    anew.setWrapText(true);
    Button make = new Button(services.text("dataset.make"));
    make.setId("dataset-make");
    make.setDefaultButton(true);
    make.disableProperty().bind(folder.textProperty().map(text -> path(text).isEmpty()));
    make.setOnAction(event -> path(folder.getText()).ifPresent(path -> make(path, answer)));
    getChildren()
        .addAll(
            words(what + " " + how()),
            grid,
            anew,
            words(services.text("dataset.help")),
            PageButtons.line(services, make, () -> answer.accept(Optional.empty())));
    setPrefWidth(600);
  }

  private void make(Path path, Consumer<Optional<Choice>> answer) {
    services.preferences().set(FOLDER, path.toString());
    answer.accept(Optional.of(new Choice(path, anew.isSelected())));
  }

  /// Size, spacing and mode are those of the tab.
  private String how() {
    String mode =
        switch (settings.modeProperty().get()) {
          case PHYSICAL -> services.text("cubes.mode.physical");
          case CLASSIC -> services.text("cubes.mode.classic");
        };
    return services.text(
        "dataset.how",
        settings.sizeProperty().get(),
        Double.toString(settings.mmProperty().get()),
        mode);
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private Button browse() {
    Button button = new Button(services.text("level.browse"));
    button.setOnAction(
        event ->
            services
                .dialogs()
                .openFolder(services.text("dataset.title"))
                .ifPresent(path -> folder.setText(path.toString())));
    return button;
  }

  private static HBox beside(TextField field, Node button) {
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox line = new HBox(field, button);
    line.getStyleClass().add("tag-line");
    return line;
  }

  private String name(Identifiers identifiers) {
    return switch (identifiers) {
      case PSEUDONYMOUS -> services.text("cubes.identifiers.pseudonymous");
      case FULL -> services.text("cubes.identifiers.full");
    };
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
