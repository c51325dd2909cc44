package org.voxdesk.app.library;

import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.voxdesk.app.i18n.Messages;
import org.voxdesk.study.LeftOut;

/// The files that were left out, with the reason of each.
final class LeftOutPage extends TableView<LeftOut> {
  LeftOutPage(ObservableList<LeftOut> files, Messages messages) {
    super(files);
    TableColumn<LeftOut, String> name = new TableColumn<>(messages.text("library.leftOut.file"));
    name.setCellValueFactory(
        row -> new SimpleStringProperty(String.valueOf(row.getValue().path().getFileName())));
    name.setPrefWidth(180);
    TableColumn<LeftOut, String> reason =
        new TableColumn<>(messages.text("library.leftOut.reason"));
    reason.setCellValueFactory(
        row -> new SimpleStringProperty(row.getValue().reason().in(messages.locale())));
    reason.setPrefWidth(480);
    getColumns().add(name);
    getColumns().add(reason);
    getColumns().forEach(LeftOutPage::showWholeTextInTooltip);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPrefSize(680, 340);
  }

  @SuppressWarnings("unchecked") // Both columns hold text.
  private static void showWholeTextInTooltip(TableColumn<LeftOut, ?> column) {
    ((TableColumn<LeftOut, String>) column)
        .setCellFactory(
            _ ->
                new TableCell<>() {
                  @Override
                  protected void updateItem(String text, boolean empty) {
                    super.updateItem(text, empty);
                    setText(empty ? "" : text);
                    setTooltip(empty ? null : new Tooltip(text));
                  }
                });
  }
}
