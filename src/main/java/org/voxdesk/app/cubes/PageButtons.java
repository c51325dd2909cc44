package org.voxdesk.app.cubes;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.voxdesk.app.model.Services;

/// The line below a page that asks for something.
final class PageButtons {
  private PageButtons() {}

  /// The button that answers, and one that does not.
  static HBox line(Services services, Button answers, Runnable cancels) {
    Button cancel = new Button(services.text("dialog.cancel"));
    cancel.setId("page-cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> cancels.run());
    cancel.setMinWidth(HBox.USE_PREF_SIZE);
    answers.setMinWidth(HBox.USE_PREF_SIZE);
    HBox line = new HBox(cancel, answers);
    line.getStyleClass().add("page-buttons");
    line.setAlignment(Pos.CENTER_RIGHT);
    return line;
  }
}
