package org.voxdesk.app.viewer;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.volume.Slab;

/// Asks how thick a slab is to be.
final class SlabPage extends VBox {
  /// @param mm what is proposed
  /// @param chosen told millimetres, or nothing; closes the page
  SlabPage(Services services, double mm, Consumer<Optional<Double>> chosen) {
    getStyleClass().add("page");
    TextField field = new TextField(ReadableText.millimetres(mm));
    field.setId("slab-mm");
    field.setAccessibleText(services.text("slab.other.mm"));
    Label label = new Label(services.text("slab.other.mm"));
    label.setLabelFor(field);
    Button apply = new Button(services.text("slab.other.apply"));
    apply.setId("slab-apply");
    apply.setDefaultButton(true);
    apply.setOnAction(event -> chosen.accept(read(field.getText())));
    Button cancel = new Button(services.text("dialog.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> chosen.accept(Optional.empty()));
    field.textProperty().subscribe(text -> apply.setDisable(read(text).isEmpty()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox buttons = new HBox(gap, cancel, apply);
    buttons.getStyleClass().add("tag-line");
    getChildren().addAll(label, field, buttons);
    field.selectAll();
  }

  /// A thickness that there can be; empty for any other text.
  private static Optional<Double> read(String text) {
    try {
      double mm = Double.parseDouble(text.strip().replace(',', '.'));
      return mm > 0 && mm <= Slab.MOST ? Optional.of(mm) : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }
}
