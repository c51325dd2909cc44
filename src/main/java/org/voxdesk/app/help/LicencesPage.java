package org.voxdesk.app.help;

import javafx.collections.FXCollections;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import org.voxdesk.app.model.Services;

/// What the program is made of, each part with its licence in full.
final class LicencesPage extends SplitPane {
  LicencesPage(Services services) {
    ListView<Licence> parts = new ListView<>(FXCollections.observableList(Licence.all()));
    parts.setAccessibleText(services.text("licences.parts"));
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
}
