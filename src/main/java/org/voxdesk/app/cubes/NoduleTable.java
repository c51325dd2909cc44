package org.voxdesk.app.cubes;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.voxdesk.app.model.Nodule;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// The nodules of the series: number, place in the patient, voxel, and the value there.
final class NoduleTable extends TableView<Nodule> {
  /// As the stylesheet has it.
  private static final double ROW = 25;

  private static final double HEADER = 28;
  private static final int LEAST_ROWS = 2;
  private static final int MOST_ROWS = 5;

  private final CubesViewModel model;
  private boolean telling;

  NoduleTable(Services services, CubesViewModel model) {
    this.model = model;
    getStyleClass().add("nodules");
    setItems(model.nodules());
    setAccessibleText(services.text("cubes.nodules"));
    setPlaceholder(new Label(services.text("cubes.nodules.none")));
    // As high as its lines, within bounds: the pictures below need the room.
    ObservableValue<Number> height =
        Bindings.size(model.nodules())
            .map(n -> HEADER + Math.clamp(n.intValue(), LEAST_ROWS, MOST_ROWS) * ROW + 2);
    minHeightProperty().bind(height);
    prefHeightProperty().bind(height);
    maxHeightProperty().bind(height);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    getColumns().add(column("#", 36, n -> Integer.toString(n.number())));
    getColumns().add(column(services.text("cubes.column.lps"), 190, n -> text(n.center())));
    getColumns()
        .add(
            column(
                services.text("cubes.column.voxel"),
                130,
                n -> model.voxel(n).map(NoduleTable::text).orElse("")));
    getColumns().add(column(services.text("cubes.column.value"), 80, n -> value(n).orElse("")));
    getSelectionModel().selectedItemProperty().addListener((p, was, is) -> tell(is));
    model.selectedProperty().addListener((property, was, is) -> show(is));
    model.pictureProperty().addListener((property, was, is) -> refresh());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    show(model.selectedProperty().get());
  }

  /// Forgets the selected nodule.
  void removeSelected() {
    model.selectedProperty().get().ifPresent(model::remove);
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      removeSelected();
      event.consume();
    }
  }

  private void tell(Nodule nodule) {
    if (nodule != null && !telling) {
      model.select(nodule);
    }
  }

  private void show(Optional<Nodule> nodule) {
    telling = true;
    nodule.ifPresentOrElse(
        wanted -> {
          getSelectionModel().select(wanted);
          if (model.nodules().size() > MOST_ROWS) {
            scrollTo(wanted);
          }
        },
        getSelectionModel()::clearSelection);
    telling = false;
  }

  private Optional<String> value(Nodule nodule) {
    return model
        .ready()
        .map(State.Ready::volume)
        .flatMap(
            volume -> {
              Geometry geometry = volume.geometry();
              Voxel at = geometry.index(nodule.center());
              return geometry.contains(at)
                  ? Optional.of(
                      Integer.toString(
                              volume.value(
                                  nearest(at.i(), geometry.columns()),
                                  nearest(at.j(), geometry.rows()),
                                  nearest(at.k(), geometry.slices())))
                          .replace('-', '−'))
                  : Optional.empty();
            });
  }

  private static int nearest(double index, int length) {
    return (int) Math.clamp(Math.rint(index), 0, length - 1);
  }

  private static String text(Lps point) {
    return String.format(Locale.ROOT, "%.1f, %.1f, %.1f", point.x(), point.y(), point.z())
        .replace('-', '−');
  }

  private static String text(Voxel voxel) {
    return String.format(Locale.ROOT, "%.0f, %.0f, %.0f", voxel.i(), voxel.j(), voxel.k())
        .replace('-', '−');
  }

  private static TableColumn<Nodule, Nodule> column(
      String title, double width, Function<Nodule, String> text) {
    TableColumn<Nodule, Nodule> column = new TableColumn<>(title);
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              {
                getStyleClass().add("fixed-width");
              }

              @Override
              protected void updateItem(Nodule nodule, boolean empty) {
                super.updateItem(nodule, empty);
                setText(empty || nodule == null ? null : text.apply(nodule));
              }
            });
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
