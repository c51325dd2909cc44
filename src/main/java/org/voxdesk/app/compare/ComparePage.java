package org.voxdesk.app.compare;

import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.Services;

/// The differences as a table: what was, what is, on how many images.
public final class ComparePage extends VBox {
  private final Services services;
  private final FilteredList<Comparison.Row> rows;

  /// A page of `comparison`.
  ///
  /// @param before what the column of the first state is called
  /// @param after what the column of the second state is called
  public ComparePage(Services services, Comparison comparison, String before, String after) {
    this.services = services;
    this.rows = new FilteredList<>(FXCollections.observableList(comparison.rows()));
    getStyleClass().addAll("inspector-page", "compare");
    Label summary =
        new Label(services.text("compare.summary", comparison.rows().size(), comparison.images()));
    TextField find = new TextField();
    find.setPromptText(services.text("compare.find"));
    find.setAccessibleText(services.text("compare.find"));
    find.textProperty().addListener((property, was, is) -> filter(is));
    HBox.setHgrow(find, Priority.ALWAYS);
    Button copy = new Button(services.text("compare.copy"));
    copy.setOnAction(event -> copy());
    HBox line = new HBox(find, copy);
    line.getStyleClass().add("tag-line");
    TableView<Comparison.Row> table = table(before, after, comparison.images() > 1);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(summary, line, table);
    setPrefSize(900, 560);
  }

  private TableView<Comparison.Row> table(String before, String after, boolean several) {
    TableView<Comparison.Row> table = new TableView<>(rows);
    table.getStyleClass().add("dense");
    table.setAccessibleText(services.text("compare.table"));
    table.setPlaceholder(new Label(services.text("compare.none")));
    table.getColumns().add(column("tags.column.tag", 110, row -> row.path().tag().toString()));
    table.getColumns().add(column("tags.column.name", 200, Comparison.Row::name));
    table.getColumns().add(named(before, 240, this::before));
    table.getColumns().add(named(after, 240, this::after));
    if (several) {
      table
          .getColumns()
          .add(column("tags.column.images", 70, row -> Integer.toString(row.images())));
    }
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setRowFactory(view -> new Row());
    return table;
  }

  private String before(Comparison.Row row) {
    return row.present() == Comparison.Present.ADDED
        ? services.text("compare.absent")
        : value(row, row.before());
  }

  /// One of several values stands for the others.
  private String value(Comparison.Row row, String value) {
    return row.ways() > 1 && !value.isEmpty()
        ? services.text("compare.others", value, row.ways() - 1)
        : value;
  }

  private String after(Comparison.Row row) {
    return row.present() == Comparison.Present.DELETED
        ? services.text("compare.absent")
        : value(row, row.after());
  }

  private TableColumn<Comparison.Row, String> column(
      String key, double width, Function<Comparison.Row, String> text) {
    return named(services.text(key), width, text);
  }

  private static TableColumn<Comparison.Row, String> named(
      String title, double width, Function<Comparison.Row, String> text) {
    TableColumn<Comparison.Row, String> column = new TableColumn<>(title);
    column.setCellValueFactory(
        features -> new ReadOnlyStringWrapper(text.apply(features.getValue())));
    column.setPrefWidth(width);
    return column;
  }

  private void filter(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    rows.setPredicate(row -> line(row).toLowerCase(Locale.ROOT).contains(wanted));
  }

  private String line(Comparison.Row row) {
    return String.join("\t", row.path().tag().toString(), row.name(), before(row), after(row));
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(rows.stream().map(this::line).collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Tells by its colour what has happened.
  private static final class Row extends TableRow<Comparison.Row> {
    private static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");
    private static final PseudoClass DELETED = PseudoClass.getPseudoClass("deleted");

    @Override
    protected void updateItem(Comparison.Row row, boolean empty) {
      super.updateItem(row, empty);
      boolean shown = row != null && !empty;
      pseudoClassStateChanged(ADDED, shown && row.present() == Comparison.Present.ADDED);
      pseudoClassStateChanged(DELETED, shown && row.present() == Comparison.Present.DELETED);
    }
  }
}
