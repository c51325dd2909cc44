package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.voxdesk.app.model.Services;
import org.voxdesk.nodule.Nodule;

/// In a badge, how malignant the readers of LIDC-IDRI took the selected nodule for; behind it, all
/// that they said of it, a column each.
final class RatingsButton extends MenuButton {
  private final Services services;
  private final GridPane table = new GridPane();

  RatingsButton(Services services, CubesViewModel model) {
    this.services = services;
    getStyleClass().addAll("small", "ratings");
    setId("cubes-ratings");
    setTooltip(new Tooltip(services.text("lidc.why")));
    table.getStyleClass().addAll("form", "ratings-table");
    CustomMenuItem item = new CustomMenuItem(table, false);
    item.getStyleClass().add("form-item");
    getItems().add(item);
    setMinWidth(USE_PREF_SIZE);
    model.selectedProperty().addListener((property, was, is) -> show(is));
    show(model.selectedProperty().get());
  }

  private void show(Optional<Nodule> nodule) {
    List<Ratings> ratings = nodule.map(Ratings::of).orElse(List.of());
    setVisible(!ratings.isEmpty());
    setManaged(!ratings.isEmpty());
    if (ratings.isEmpty()) {
      hide();
      return;
    }
    Ratings first = ratings.getFirst();
    setText(
        services.text(
            "lidc.short", first.title(services), first.meanText(), first.values().size()));
    setAccessibleText(services.text("lidc.why") + " " + getText());
    fill(ratings);
  }

  private void fill(List<Ratings> ratings) {
    table.getChildren().clear();
    int readers = ratings.stream().mapToInt(r -> r.values().size()).max().orElse(0);
    table.add(title(services.text("lidc.mean")), 1, 0);
    for (int reader = 0; reader < readers; reader++) {
      table.add(title(services.text("lidc.reader", reader + 1)), 2 + reader, 0);
    }
    for (int row = 0; row < ratings.size(); row++) {
      Ratings rating = ratings.get(row);
      table.add(new Label(rating.title(services)), 0, row + 1);
      table.add(number(rating.meanText()), 1, row + 1);
      for (int reader = 0; reader < rating.values().size(); reader++) {
        table.add(number(rating.values().get(reader).toString()), 2 + reader, row + 1);
      }
      Label scale = title(rating.scale(services).orElse(""));
      table.add(scale, 2 + readers, row + 1);
    }
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("tag-note");
    return label;
  }

  private static Label number(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("fixed-width");
    return label;
  }
}
