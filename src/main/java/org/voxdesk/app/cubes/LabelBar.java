package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.voxdesk.app.model.Services;
import org.voxdesk.nodule.Nodule;

/// The labels to give the selected nodule, with their keys; pressing its label takes it away.
final class LabelBar extends FlowPane {
  private static final int KEYS = 9;

  private final Services services;
  private final CubesViewModel model;

  LabelBar(Services services, CubesViewModel model) {
    this.services = services;
    this.model = model;
    getStyleClass().add("labels");
    model.settings().labelsProperty().addListener((property, was, is) -> fill(is));
    model.selectedProperty().addListener((property, was, is) -> show());
    fill(model.settings().labelsProperty().get());
  }

  private void fill(List<String> labels) {
    getChildren().clear();
    for (int at = 0; at < labels.size(); at++) {
      getChildren().add(button(labels.get(at), at + 1));
    }
    getChildren()
        .add(
            services
                .controls()
                .icon(
                    "cubes.labels.edit",
                    MaterialDesignP.PENCIL_OUTLINE,
                    () -> LabelsPage.ask(services, model.settings())));
    show();
  }

  private ToggleButton button(String label, int number) {
    String key = number <= KEYS ? number + " " : "";
    ToggleButton button = new ToggleButton(key + label);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("flat", "small", "label-choice");
    button.setUserData(label);
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(
        new Tooltip(
            number <= KEYS
                ? services.text("cubes.label.key", label, number)
                : services.text("cubes.label", label)));
    button.setAccessibleText(services.text("cubes.label", label));
    button.setOnAction(event -> model.label(button.isSelected() ? number : 0));
    return button;
  }

  private void show() {
    Optional<Nodule> nodule = model.selectedProperty().get();
    String label = nodule.map(Nodule::label).orElse("");
    for (var child : getChildren()) {
      if (child instanceof ToggleButton button) {
        button.setSelected(label.equals(button.getUserData()));
        button.setDisable(nodule.isEmpty());
      }
    }
  }
}
