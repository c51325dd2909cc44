package org.voxdesk.app.editor;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.voxdesk.app.editor.AgeParts.Unit;
import org.voxdesk.app.model.Services;

/// A field for the number of an age, and a choice of its unit.
final class AgeBox extends HBox {
  AgeBox(Services services, AgeParts parts) {
    getStyleClass().add("value-parts");
    TextField number = new TextField();
    number.setPrefColumnCount(3);
    number.setAccessibleText(services.text("editor.age"));
    number.getStyleClass().add("fixed-width");
    number.textProperty().bindBidirectional(parts.numberProperty());
    ComboBox<Unit> unit = new ComboBox<>(FXCollections.observableArrayList(Unit.values()));
    unit.setAccessibleText(services.text("editor.age.unit"));
    unit.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Unit one) {
            return one == null ? "" : services.text(nameKey(one));
          }

          @Override
          public Unit fromString(String words) {
            throw new UnsupportedOperationException("units are chosen, not typed");
          }
        });
    unit.valueProperty().bindBidirectional(parts.unitProperty());
    getChildren().addAll(number, unit);
  }

  private static String nameKey(Unit unit) {
    return switch (unit) {
      case D -> "editor.age.days";
      case W -> "editor.age.weeks";
      case M -> "editor.age.months";
      case Y -> "editor.age.years";
    };
  }
}
