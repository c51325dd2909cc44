package org.voxdesk.app.help;

import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.voxdesk.app.model.Services;

/// What the program is made of, each part with its licence in full.
final class LicencesPage extends SplitPane {
  LicencesPage(Services services) {
    ListView<Licence> parts = new ListView<>(FXCollections.observableList(Licence.all()));
    parts.setAccessibleText(services.text("licences.parts"));
    parts.setCellFactory(list -> new LicenceCell());
    TextArea text = new TextArea();
    text.setEditable(false);
    text.setAccessibleText(services.text("licences.title"));
    text.getStyleClass().add("fixed-width");
    parts
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> text.setText(is.text()));
    parts.getSelectionModel().selectFirst();
    getItems().addAll(parts, text);
    setDividerPositions(0.34);
    setPrefSize(920, 520);
  }

  /// As high as its two lines, whatever scripts they are in.
  private static final class LicenceCell extends ListCell<Licence> {
    @Override
    protected void updateItem(@Nullable Licence licence, boolean empty) {
      super.updateItem(licence, empty);
      setGraphic(
          licence == null ? null : new VBox(new Label(licence.name()), new Label(licence.title())));
      setAccessibleText(licence == null ? null : licence.toString());
    }
  }
}
