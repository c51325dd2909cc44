package org.voxdesk.app.cubes;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.voxdesk.app.model.Services;

/// Where the planes meet, the ruler that measures the nodule, and the button that moves it there.
final class PositionBar extends HBox {
  PositionBar(Services services, CubesViewModel model, BooleanProperty measuring) {
    getStyleClass().addAll("tag-line", "position-bar");
    Label position = new Label();
    position.getStyleClass().add("fixed-width");
    position.textProperty().bind(model.preview().positionProperty());
    position.setMinWidth(0);
    position.setMaxWidth(Double.MAX_VALUE);
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(model.preview().positionProperty());
    position.setTooltip(whole);
    HBox.setHgrow(position, Priority.ALWAYS);
    ToggleButton ruler = new ToggleButton();
    ruler.setGraphic(new FontIcon(MaterialDesignR.RULER));
    ruler.getStyleClass().addAll("flat", "button-icon");
    ruler.setId("cubes-ruler");
    ruler.setAccessibleText(services.text("cubes.ruler"));
    ruler.setTooltip(new Tooltip(services.text("cubes.ruler")));
    ruler.selectedProperty().bindBidirectional(measuring);
    getChildren()
        .addAll(
            position,
            ruler,
            services
                .controls()
                .icon("cubes.center", MaterialDesignC.CROSSHAIRS_GPS, model.preview()::center));
  }
}
