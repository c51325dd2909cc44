package org.voxdesk.app.control;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Columns of tables that are read whole in narrow windows, too.
public final class Columns {
  /// What a scroll bar at the side takes.
  private static final double EDGES = 14;

  private Columns() {}

  /// Lets the columns of `table` share its width from now on where it is enough for the least width
  /// of each; else they have that, and can be scrolled.
  public static void fit(TableView<?> table) {
    table.widthProperty().subscribe(width -> fit(table, width.doubleValue()));
  }

  private static void fit(TableView<?> table, double width) {
    double least = table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
    boolean enough = width > least + EDGES;
    table.setColumnResizePolicy(
        enough
            ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    if (!enough && width > 0) {
      table.getColumns().forEach(column -> narrow(table, column));
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The column is one of the table's.
  private static void narrow(TableView table, TableColumn column) {
    table.resizeColumn(column, column.getMinWidth() - column.getWidth());
  }
}
