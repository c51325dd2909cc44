package org.voxdesk.app.measure;

import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.voxdesk.app.command.Command;
import org.voxdesk.app.control.Columns;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.app.viewer.StageLayer;
import org.voxdesk.measure.Measurement;

/// The page that lists what was measured in the series: a click goes there, the text is edited in
/// its cell, Delete deletes.
public final class MeasureView extends VBox {
  private final Services services;
  private final MeasureViewModel model;
  private final TableView<Measurement> table = new TableView<>();
  private boolean telling;
  private int rows;

  private MeasureView(MeasureViewModel model) {
    this.model = model;
    this.services = model.app().services();
    getStyleClass().addAll("inspector-page", "measurements");
    table.setId("measurements");
    table.setItems(model.listed());
    table.setEditable(true);
    table.setAccessibleText(services.text(MeasureViewModel.TITLE));
    Label none = new Label(services.text("measure.none"));
    none.setWrapText(true);
    table.setPlaceholder(none);
    table.getColumns().add(column("measure.column.slice", 58, 58, m -> model.place(m).orElse("–")));
    table
        .getColumns()
        .add(column("measure.column.kind", 116, 100, m -> model.text().name(m.shape().kind())));
    table.getColumns().add(textColumn());
    table
        .getColumns()
        .add(
            column(
                "measure.column.result", 240, 220, m -> model.text().summary(model.findings(m))));
    Columns.fit(table);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, was, is) -> tell(Optional.ofNullable(is)));
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.selectedProperty().addListener((property, was, is) -> show());
    model.foundProperty().addListener((property, was, is) -> table.refresh());
    // The list forgets what was selected when its rows are replaced.
    model.listed().addListener((ListChangeListener<Measurement>) change -> listed());
    VBox.setVgrow(table, Priority.ALWAYS);
    Label note = new Label(services.text("measure.note"));
    note.getStyleClass().add("tag-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(table, buttons(), note);
    show();
  }

  /// The page, and the commands that measure, which work before it is first shown.
  ///
  /// @param picture what is looked at
  public static InspectorTab tab(
      MeasureViewModel model, ObservableValue<Optional<Picture>> picture) {
    MeasureCommands.bind(model, new MeasureExport(model));
    KeyImages.bind(model, picture);
    return new InspectorTab(
        MeasureViewModel.TITLE, MaterialDesignR.RULER, () -> new MeasureView(model));
  }

  /// What lies over every stage.
  public static StageLayer layer(MeasureViewModel model) {
    return picture -> new MeasureLayer(model, picture);
  }

  /// What belongs into the tool bar.
  public static Node control(MeasureViewModel model) {
    return MeasureCommands.button(model);
  }

  private HBox buttons() {
    Button delete =
        services
            .controls()
            .icon("measure.delete", MaterialDesignT.TRASH_CAN_OUTLINE, model::deleteSelected);
    delete.disableProperty().bind(model.selectedProperty().map(Optional::isEmpty));
    Button export = new Button(services.text("measure.export"));
    export.setId("measure-export");
    export.setMinWidth(USE_PREF_SIZE);
    export.setOnAction(event -> services.commands().run(Command.EXPORT_MEASUREMENTS));
    export
        .disableProperty()
        .bind(services.commands().availableProperty(Command.EXPORT_MEASUREMENTS).not());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(delete, gap, export);
    line.getStyleClass().add("tag-line");
    return line;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE && table.getEditingCell() == null) {
      model.deleteSelected();
      event.consume();
    }
  }

  private void tell(Optional<Measurement> picked) {
    if (!telling) {
      telling = true;
      picked.ifPresent(model::go);
      telling = false;
    }
  }

  /// What has just been made is seen.
  private void listed() {
    show();
    if (model.listed().size() == rows + 1) {
      Platform.runLater(this::revealLast);
    }
    rows = model.listed().size();
  }

  /// Going to a row by its number ends short of it where rows have heights of their own.
  private void revealLast() {
    table.layout();
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.setPosition(1);
    }
  }

  private void show() {
    if (telling) {
      return;
    }
    telling = true;
    Optional<Measurement> wanted =
        model
            .selectedProperty()
            .get()
            .flatMap(id -> model.listed().stream().filter(m -> m.id().equals(id)).findFirst());
    wanted.ifPresentOrElse(
        table.getSelectionModel()::select, table.getSelectionModel()::clearSelection);
    telling = false;
  }

  private TableColumn<Measurement, String> textColumn() {
    TableColumn<Measurement, String> column =
        new TableColumn<>(services.text("measure.column.text"));
    column.setCellValueFactory(features -> new ReadOnlyStringWrapper(features.getValue().text()));
    column.setCellFactory(TextFieldTableCell.forTableColumn());
    column.setOnEditCommit(event -> model.rename(event.getRowValue(), event.getNewValue()));
    column.setPrefWidth(90);
    column.setMinWidth(60);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private TableColumn<Measurement, Measurement> column(
      String titleKey, double width, double least, Function<Measurement, String> text) {
    TableColumn<Measurement, Measurement> column = new TableColumn<>(services.text(titleKey));
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              // A row is as high as its highest text.
              {
                setMinHeight(USE_PREF_SIZE);
              }

              // The skin takes the lower padding off twice, which cuts the last line.
              @Override
              protected double computePrefHeight(double width) {
                return super.computePrefHeight(width) + getPadding().getBottom();
              }

              @Override
              protected void updateItem(@Nullable Measurement measurement, boolean empty) {
                super.updateItem(measurement, empty);
                String words = empty || measurement == null ? "" : text.apply(measurement);
                setText(words);
                setTooltip(words.isEmpty() ? null : new Tooltip(words));
              }
            });
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
