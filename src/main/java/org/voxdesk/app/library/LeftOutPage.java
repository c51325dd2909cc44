package org.voxdesk.app.library;

import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
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
    reason.setCellValueFactory(row -> new SimpleStringProperty(reason(row.getValue(), messages)));
    reason.setPrefWidth(480);
    getColumns().add(name);
    getColumns().add(reason);
    getColumns().forEach(LeftOutPage::wrap);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setPrefSize(680, 340);
  }

  /// The reason without the folders of the file, which would push the rest out of sight.
  private static String reason(LeftOut file, Messages messages) {
    return file.reason()
        .in(messages.locale())
        .replace(file.path().toString(), String.valueOf(file.path().getFileName()));
  }

  @SuppressWarnings("unchecked") // Both columns hold text.
  private static void wrap(TableColumn<LeftOut, ?> column) {
    ((TableColumn<LeftOut, String>) column).setCellFactory(_ -> new WrappedCell());
  }

  /// A cell as high as its text, with the whole path of the file in its tooltip.
  private static final class WrappedCell extends TableCell<LeftOut, String> {
    private final Text words = new Text();

    WrappedCell() {
      words.getStyleClass().add("wrapped-text");
      words.wrappingWidthProperty().bind(widthProperty().subtract(18));
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      words.setText(text);
      setGraphic(empty ? null : words);
      LeftOut file = empty ? null : getTableRow().getItem();
      setTooltip(file == null ? null : new Tooltip(file.path().toString()));
    }
  }
}
