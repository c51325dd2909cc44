package org.voxdesk.app.recipe;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.voxdesk.app.compare.ComparePage;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.recipe.RecipeViewModel.Preview;
import org.voxdesk.app.recipe.RecipeViewModel.Reach;

/// A recipe before it is applied: its steps, which images are meant, and what would change.
final class RecipePage extends VBox {
  private final RecipeViewModel model;
  private final Services services;
  private final Label summary = new Label();
  private final StackPane differences = new StackPane();
  private final Button apply;

  /// @param agreed told `true` where it is to be applied, nothing where not; closes the page
  RecipePage(RecipeViewModel model, Consumer<Optional<Boolean>> agreed) {
    this.model = model;
    this.services = model.services();
    getStyleClass().addAll("page", "recipe");
    Label name = new Label(model.name());
    name.setManaged(!model.name().isEmpty());
    ListView<String> steps = new ListView<>(FXCollections.observableArrayList(model.steps()));
    steps.getStyleClass().add("dense");
    steps.setAccessibleText(services.text("recipe.steps"));
    steps.setPrefHeight(130);
    steps.setMinHeight(100);
    summary.setWrapText(true);
    summary.setMaxWidth(Double.MAX_VALUE);
    summary.setId("recipe-summary");
    HBox.setHgrow(summary, Priority.ALWAYS);
    apply = new Button(services.text("recipe.apply"));
    apply.setId("recipe-apply");
    apply.setMinWidth(USE_PREF_SIZE);
    apply.setDefaultButton(true);
    apply.setOnAction(event -> agreed.accept(Optional.of(true)));
    Button cancel = new Button(services.text("dialog.cancel"));
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> agreed.accept(Optional.empty()));
    Label where = new Label(services.text("recipe.reach"));
    ChoiceBox<Reach> reach = reach();
    where.setLabelFor(reach);
    HBox line = new HBox(where, reach, summary, cancel, apply);
    line.getStyleClass().add("tag-line");
    VBox.setVgrow(differences, Priority.ALWAYS);
    getChildren().addAll(name, steps, line, differences);
    setPrefSize(900, 620);
    model.previewProperty().addListener((property, was, is) -> show(is));
    show(model.previewProperty().get());
  }

  private ChoiceBox<Reach> reach() {
    ChoiceBox<Reach> box = new ChoiceBox<>(FXCollections.observableArrayList(Reach.values()));
    box.setId("recipe-reach");
    box.setAccessibleText(services.text("recipe.reach"));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Reach reach) {
            return text(reach);
          }

          @Override
          public Reach fromString(String text) {
            return List.of(Reach.values()).stream()
                .filter(each -> text(each).equals(text))
                .findFirst()
                .orElse(Reach.SERIES);
          }
        });
    box.valueProperty().bindBidirectional(model.reachProperty());
    return box;
  }

  private String text(Reach reach) {
    return switch (reach) {
      case SERIES -> services.text("recipe.reach.series");
      case STUDY -> services.text("recipe.reach.study");
      case ALL -> services.text("recipe.reach.all");
    };
  }

  private void show(Optional<Preview> preview) {
    apply.setDisable(preview.filter(p -> !p.changed().isEmpty()).isEmpty());
    if (preview.isEmpty()) {
      summary.setText(services.text("recipe.preview"));
      differences.getChildren().clear();
      return;
    }
    Preview found = preview.get();
    String changes = services.text("recipe.changes", found.changed().size(), found.images());
    summary.setText(
        found
            .reason()
            .map(
                why ->
                    changes
                        + " "
                        + services.text("recipe.refused", found.refused(), services.reason(why)))
            .orElse(changes));
    ComparePage page =
        new ComparePage(
            services, found.first(), services.text("recipe.before"), services.text("recipe.after"));
    differences.getChildren().setAll(page);
  }
}
