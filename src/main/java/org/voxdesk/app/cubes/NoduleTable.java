package org.voxdesk.app.cubes;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.voxdesk.app.control.Columns;
import org.voxdesk.app.control.Rows;
import org.voxdesk.app.model.SeriesVolume.State;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.nodule.Duplicates;
import org.voxdesk.nodule.Nodule;
import org.voxdesk.volume.Geometry;
import org.voxdesk.volume.Lps;
import org.voxdesk.volume.Voxel;

/// The nodules of the series. While it has the focus, 1 to 9 label the selected one, 0 takes the
/// label away, Enter shows it in the viewer, Delete forgets it, F2 edits its note.
final class NoduleTable extends TableView<Nodule> {
  /// As the stylesheet has it.
  private static final double ROW = 25;

  private static final String WORDS = "words";
  private static final double HEADER = 28;

  private static final int LEAST_ROWS = 3;
  private static final int USUAL_ROWS = 6;

  private final Services services;
  private final CubesViewModel model;
  private final TableColumn<Nodule, String> note;
  private boolean telling;
  private boolean revealing;

  NoduleTable(Services services, CubesViewModel model) {
    this.services = services;
    this.model = model;
    getStyleClass().add("nodules");
    setItems(model.nodules());
    setEditable(true);
    setAccessibleText(services.text("cubes.nodules"));
    Label none = new Label(services.text("cubes.nodules.none"));
    none.setWrapText(true);
    setPlaceholder(none);
    // Not as high as its lines: nothing below it moves when there is one more.
    setMinHeight(HEADER + LEAST_ROWS * ROW + 2);
    setPrefHeight(HEADER + USUAL_ROWS * ROW + 2);
    getColumns().add(column("#", 44, 36, this::number));
    getColumns().add(column(services.text("cubes.column.lps"), 172, 170, n -> text(n.center())));
    getColumns().add(column(services.text("cubes.column.diameter"), 64, 60, NoduleTable::diameter));
    getColumns().add(words(column(services.text("cubes.column.label"), 110, 64, Nodule::label)));
    note = note();
    getColumns().add(note);
    getColumns()
        .add(words(column(services.text("cubes.column.exported"), 92, 84, NoduleTable::exported)));
    Columns.fit(this);
    setRowFactory(table -> new Row());
    getSelectionModel().selectedItemProperty().addListener((p, was, is) -> tell(is));
    model.selectedProperty().addListener((property, was, is) -> show(is));
    // Tooltips tell values of the volume, which may come after the nodules.
    model
        .pictureProperty()
        .addListener(
            (property, was, is) -> {
              if (was.isEmpty()) {
                refresh();
              }
            });
    model.duplicatesProperty().addListener((property, was, is) -> refresh());
    model.nodules().addListener((Observable o) -> show(model.selectedProperty().get()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    show(model.selectedProperty().get());
  }

  /// A line whose tooltip says what has no column.
  private final class Row extends TableRow<Nodule> {
    private final Tooltip tooltip = new Tooltip();

    Row() {
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(420);
      setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
              model.look();
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Nodule nodule, boolean empty) {
      super.updateItem(nodule, empty);
      boolean any = !empty && nodule != null;
      getStyleClass().remove("near");
      setTooltip(any ? tooltip : null);
      if (any) {
        tooltip.setText(words(Objects.requireNonNull(nodule)));
        if (near(nodule).isPresent()) {
          getStyleClass().add("near");
        }
      }
    }
  }

  /// Forgets the selected nodule.
  void removeSelected() {
    model.selectedProperty().get().ifPresent(model::remove);
  }

  private void key(KeyEvent event) {
    if (getEditingCell() != null
        || event.isShortcutDown()
        || event.isAltDown()
        || event.isShiftDown()) {
      return;
    }
    KeyCode code = event.getCode();
    int digit = code.isDigitKey() ? code.getName().charAt(code.getName().length() - 1) - '0' : -1;
    if (digit >= 0) {
      model.label(digit);
      event.consume();
    } else if (code == KeyCode.DELETE) {
      removeSelected();
      event.consume();
    } else if (code == KeyCode.ENTER) {
      model.look();
      event.consume();
    } else if (code == KeyCode.F2 && getSelectionModel().getSelectedIndex() >= 0) {
      edit(getSelectionModel().getSelectedIndex(), note);
      event.consume();
    }
  }

  private void tell(@Nullable Nodule nodule) {
    if (nodule != null && !telling) {
      model.select(nodule);
    }
  }

  private void show(Optional<Nodule> nodule) {
    telling = true;
    nodule
        .filter(model.nodules()::contains)
        .ifPresentOrElse(
            wanted -> {
              getSelectionModel().select(wanted);
              revealing = true;
              requestLayout();
            },
            getSelectionModel()::clearSelection);
    telling = false;
  }

  /// Once a frame, whatever has been shown since the one before.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    int row = getSelectionModel().getSelectedIndex();
    if (revealing && row >= 0) {
      Rows.reveal(this, row);
    }
    revealing = false;
  }

  private Optional<Duplicates.Near> near(Nodule nodule) {
    return Optional.ofNullable(model.duplicatesProperty().get().get(nodule.id()));
  }

  private String number(Nodule nodule) {
    return near(nodule).isPresent() ? nodule.number() + " ≈" : Integer.toString(nodule.number());
  }

  private String words(Nodule nodule) {
    StringBuilder words = new StringBuilder();
    model
        .voxel(nodule)
        .ifPresent(
            voxel ->
                words.append(services.text("cubes.row", text(voxel), value(nodule).orElse("–"))));
    near(nodule)
        .ifPresent(
            near ->
                words
                    .append('\n')
                    .append(services.text("cubes.near.why", near.other().number(), near.mm())));
    nodule
        .exported()
        .ifPresent(
            exported ->
                words
                    .append('\n')
                    .append(
                        services.text(
                            nodule.isExported() ? "cubes.exported.how" : "cubes.exported.before",
                            String.join(", ", exported.formats()),
                            exported.size(),
                            Double.toString(exported.mm()))));
    Ratings.of(nodule).forEach(rating -> words.append('\n').append(rating.words(services)));
    if (!nodule.note().isEmpty()) {
      words.append('\n').append(nodule.note());
    }
    return words.toString().strip();
  }

  /// Whether it was, and in brackets where it has been moved since; the tooltip says as what.
  private static String exported(Nodule nodule) {
    return nodule.exported().map(last -> nodule.isExported() ? "✓" : "(✓)").orElse("");
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

  private static String diameter(Nodule nodule) {
    return nodule.diameterMm().isPresent()
        ? ReadableText.tenths(nodule.diameterMm().getAsDouble())
        : "";
  }

  private static String text(Lps point) {
    return Stream.of(point.x(), point.y(), point.z())
        .map(ReadableText::tenths)
        .collect(Collectors.joining(", "));
  }

  private static String text(Voxel voxel) {
    return String.format(Locale.ROOT, "%.0f, %.0f, %.0f", voxel.i(), voxel.j(), voxel.k())
        .replace('-', '−');
  }

  private TableColumn<Nodule, String> note() {
    TableColumn<Nodule, String> column = new TableColumn<>(services.text("cubes.column.note"));
    column.setCellValueFactory(features -> new ReadOnlyStringWrapper(features.getValue().note()));
    column.setCellFactory(TextFieldTableCell.forTableColumn());
    column.setOnEditCommit(
        event -> model.app().nodules().note(event.getRowValue(), event.getNewValue()));
    size(column, 64, 56);
    return column;
  }

  private static TableColumn<Nodule, Nodule> column(
      String title, double width, double least, Function<Nodule, String> text) {
    TableColumn<Nodule, Nodule> column = new TableColumn<>(title);
    column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              {
                getStyleClass().add(c.getStyleClass().contains(WORDS) ? WORDS : "fixed-width");
              }

              @Override
              protected void updateItem(@Nullable Nodule nodule, boolean empty) {
                super.updateItem(nodule, empty);
                setText(empty || nodule == null ? null : text.apply(nodule));
              }
            });
    column.setEditable(false);
    size(column, width, least);
    return column;
  }

  /// A column that holds no numbers.
  private static TableColumn<Nodule, Nodule> words(TableColumn<Nodule, Nodule> column) {
    column.getStyleClass().add(WORDS);
    return column;
  }

  private static void size(TableColumn<Nodule, ?> column, double width, double least) {
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setSortable(false);
    column.setReorderable(false);
  }
}
