package org.voxdesk.app.save;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.save.SaveReport.Line;
import org.voxdesk.app.save.SaveReport.State;
import org.voxdesk.edit.SaveJob;

/// The report of a save as a table: each file, what became of it and why.
final class SaveReportPage extends VBox {
  private final FilteredList<Line> lines;

  SaveReportPage(Services services, SaveJob job) {
    SaveReport report = SaveReport.of(job, services);
    this.lines = new FilteredList<>(FXCollections.observableList(report.lines()));
    getStyleClass().add("page");
    Label summary =
        new Label(
            services.text(
                "report.summary",
                report.count(State.WRITTEN),
                report.count(State.FAILED),
                report.count(State.SKIPPED)));
    CheckBox others = new CheckBox(services.text("report.others"));
    others.setId("report-others");
    others
        .selectedProperty()
        .addListener(
            (property, was, is) ->
                lines.setPredicate(line -> !is || line.state() != State.WRITTEN));
    others.setSelected(report.count(State.FAILED) > 0);
    Button copy = new Button(services.text("report.copy"));
    copy.setOnAction(event -> copy());
    HBox bar = new HBox(others, copy);
    bar.getStyleClass().add("tag-line");
    TableView<Line> table = new TableView<>(lines);
    table.getStyleClass().add("dense");
    table.setAccessibleText(services.text("report.title"));
    TableColumn<Line, String> file = column(services.text("report.file"), 340, Line::file);
    file.setCellFactory(view -> new FileCell());
    table.getColumns().add(file);
    table.getColumns().add(column(services.text("report.result"), 90, Line::result));
    table.getColumns().add(column(services.text("report.reason"), 380, Line::reason));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(summary, bar, table);
    setPrefSize(840, 480);
  }

  private static TableColumn<Line, String> column(
      String title, double width, Function<Line, String> text) {
    TableColumn<Line, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(SaveReport.text(lines));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// The end of a path says more than its beginning, which is in the tooltip.
  private static final class FileCell extends TableCell<Line, String> {
    FileCell() {
      setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable String file, boolean empty) {
      super.updateItem(file, empty);
      setText(file);
      setTooltip(file == null || empty ? null : new Tooltip(file));
    }
  }
}
