package org.voxdesk.app.deid;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.voxdesk.app.compare.ComparePage;
import org.voxdesk.app.model.Services;
import org.voxdesk.edit.Deidentify;
import org.voxdesk.edit.deid.ProfileOption;
import org.voxdesk.text.Sentence;

/// Options of the profile, what would change, and what a person has to look at.
final class DeidentifyPage extends VBox {
  private static final List<ProfileOption> OFFERED =
      Arrays.stream(ProfileOption.values()).filter(ProfileOption::isOffered).toList();

  private final Services services;
  private final DeidentifyViewModel model;
  private final Label warnings = new Label();
  private final StackPane differences = new StackPane();

  /// @param done told the edit, or nothing where the user changes their mind; closes the page
  DeidentifyPage(
      Services services, DeidentifyViewModel model, Consumer<Optional<Deidentify>> done) {
    this.services = services;
    this.model = model;
    getStyleClass().addAll("page", "deidentify");
    Label lead = new Label(services.text("deid.lead", model.imageCount()));
    lead.setWrapText(true);
    lead.setMinHeight(USE_PREF_SIZE);
    FlowPane options = new FlowPane();
    options.getStyleClass().add("deid-options");
    OFFERED.forEach(option -> options.getChildren().add(box(option)));
    warnings.setWrapText(true);
    warnings.getStyleClass().add("tag-problem");
    warnings.setId("deid-warnings");
    warnings.setMinHeight(USE_PREF_SIZE);
    Label problem = new Label();
    problem.setId("deid-problem");
    problem.getStyleClass().add("problem");
    problem.setWrapText(true);
    problem.setMinHeight(USE_PREF_SIZE);
    problem.textProperty().bind(model.problemProperty());
    problem.managedProperty().bind(model.problemProperty().isNotEmpty());
    VBox.setVgrow(differences, Priority.ALWAYS);
    getChildren().addAll(lead, options, secrets(), problem, warnings, differences, buttons(done));
    setPrefSize(940, 700);
    model.previewProperty().addListener((property, was, is) -> show(is));
    show(model.previewProperty().get());
  }

  private CheckBox box(ProfileOption option) {
    CheckBox box = new CheckBox(services.text(nameKey(option)));
    box.setId("deid-" + option.word());
    box.selectedProperty().addListener((property, was, is) -> model.choose(option, is));
    return box;
  }

  private static String nameKey(ProfileOption option) {
    return switch (option) {
      case RETAIN_SAFE_PRIVATE -> "deid.safePrivate";
      case RETAIN_UIDS -> "deid.uids";
      case RETAIN_DEVICE_IDENTITY -> "deid.device";
      case RETAIN_PATIENT_CHARACTERISTICS -> "deid.patient";
      case RETAIN_FULL_DATES -> "deid.fullDates";
      case RETAIN_MODIFIED_DATES -> "deid.modifiedDates";
      case CLEAN_DESCRIPTORS -> "deid.descriptors";
      case RETAIN_INSTITUTION_IDENTITY, CLEAN_STRUCTURED_CONTENT, CLEAN_GRAPHICS ->
          throw new IllegalArgumentException(option + " is not offered");
    };
  }

  private HBox secrets() {
    HBox line =
        new HBox(
            named("deid.key", field("deid.key", model.keyProperty(), 30)),
            named("deid.days", field("deid.days", model.daysProperty(), 6)));
    line.getStyleClass().add("deid-options");
    return line;
  }

  private HBox named(String key, TextField field) {
    Label label = new Label(services.text(key));
    label.setLabelFor(field);
    label.setMinWidth(USE_PREF_SIZE);
    HBox box = new HBox(label, field);
    box.getStyleClass().add("tag-line");
    return box;
  }

  private TextField field(String key, StringProperty text, int columns) {
    TextField field = new TextField();
    field.setId(key.replace('.', '-'));
    field.setPrefColumnCount(columns);
    field.setAccessibleText(services.text(key));
    field.textProperty().bindBidirectional(text);
    return field;
  }

  private HBox buttons(Consumer<Optional<Deidentify>> done) {
    Button apply = new Button(services.text("deid.apply"));
    apply.setId("deid-apply");
    apply.getStyleClass().add("accent");
    apply.disableProperty().bind(model.editProperty().map(Optional::isEmpty));
    apply.setOnAction(event -> done.accept(model.editProperty().get()));
    Button cancel = new Button(services.text("dialog.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> done.accept(Optional.empty()));
    Label note = new Label(services.text("deid.note"));
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().add("tag-note");
    HBox.setHgrow(note, Priority.ALWAYS);
    note.setMaxWidth(Double.MAX_VALUE);
    apply.setMinWidth(USE_PREF_SIZE);
    cancel.setMinWidth(USE_PREF_SIZE);
    HBox line = new HBox(note, apply, cancel);
    line.getStyleClass().add("tag-line");
    return line;
  }

  private void show(DeidentifyViewModel.Preview preview) {
    warnings.setText(
        preview.warnings().entrySet().stream()
            .map(this::warning)
            .collect(Collectors.joining("\n")));
    warnings.setManaged(!preview.warnings().isEmpty());
    preview
        .comparison()
        .ifPresent(
            comparison ->
                differences
                    .getChildren()
                    .setAll(
                        new ComparePage(
                            services,
                            comparison,
                            services.text("deid.before"),
                            services.text("deid.after"))));
  }

  private String warning(Map.Entry<Sentence, Integer> warning) {
    return services.text("deid.warning", services.reason(warning.getKey()), warning.getValue());
  }
}
