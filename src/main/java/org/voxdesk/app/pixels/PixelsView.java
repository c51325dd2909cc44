package org.voxdesk.app.pixels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.voxdesk.app.control.WrappingRow;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.pixels.PixelsViewModel.Around;
import org.voxdesk.app.pixels.PixelsViewModel.Facts;
import org.voxdesk.app.shell.InspectorTab;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.app.slice.SliceValues;
import org.voxdesk.app.viewer.Picture;
import org.voxdesk.app.viewer.StageLayer;
import org.voxdesk.measure.Statistics;

/// The page of pixels: the numbers around the pointer, which arrow keys move also, then shape, type
/// and statistics of the array, and files to write it into.
public final class PixelsView extends VBox {
  private static final PseudoClass MIDDLE = PseudoClass.getPseudoClass("middle");

  private final Services services;
  private final PixelsViewModel model;
  private final PixelsExport export;

  /// Four digits and a sign; three parts of a colour.
  private static final double NUMBER = 33;

  private static final double COLOR = 58;

  private final Label value = new Label();
  private final List<Label> columns = new ArrayList<>();
  private final List<Label> rows = new ArrayList<>();
  private final List<Label> cells = new ArrayList<>();
  private final GridPane grid = new GridPane();
  private final Label array = new Label();
  private final Label statistics = new Label();
  private final Label problem = new Label();
  private final Button npy = new Button();
  private final Button csv = new Button();

  private PixelsView(PixelsViewModel model) {
    this.model = model;
    this.services = model.app().services();
    this.export = new PixelsExport(model);
    getStyleClass().addAll("inspector-page", "pixels");
    value.getStyleClass().add("fixed-width");
    value.setId("pixels-value");
    problem.getStyleClass().add("tag-note");
    List.of(array, statistics, problem).forEach(label -> label.setWrapText(true));
    array.setId("pixels-array");
    statistics.setId("pixels-statistics");
    buildGrid();
    VBox page = new VBox(choice(), value, aside(grid), array, statistics, problem, buttons());
    page.getStyleClass().add("pixels-page");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().add(scroll);
    model.aroundProperty().addListener((property, was, is) -> show(is));
    model.factsProperty().addListener((property, was, is) -> show(is));
    show(model.aroundProperty().get());
    show(model.factsProperty().get());
  }

  /// The page.
  public static InspectorTab tab(PixelsViewModel model) {
    return new InspectorTab(
        PixelsViewModel.TITLE, MaterialDesignG.GRID, () -> new PixelsView(model));
  }

  /// Tells `model` where the pointer is on every stage. Shows nothing.
  public static StageLayer layer(PixelsViewModel model) {
    return picture -> {
      Pane layer = new Pane();
      layer.setManaged(false);
      layer.setMouseTransparent(true);
      layer
          .parentProperty()
          .addListener(
              (property, was, stage) -> {
                if (stage != null) {
                  stage.addEventFilter(MouseEvent.MOUSE_MOVED, e -> over(model, picture, e));
                  stage.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> over(model, picture, e));
                  stage.focusedProperty().addListener((p, had, has) -> keys(model, picture, has));
                }
              });
      model.learn(picture);
      return layer;
    };
  }

  private static void keys(
      PixelsViewModel model, ObservableValue<Optional<Picture>> picture, boolean has) {
    if (has) {
      model.look(picture);
    }
  }

  private static void over(
      PixelsViewModel model, ObservableValue<Optional<Picture>> picture, MouseEvent event) {
    model.over(picture, event.getX(), event.getY());
  }

  private HBox choice() {
    ToggleGroup group = new ToggleGroup();
    RadioButton output = new RadioButton(services.text("pixels.output"));
    RadioButton stored = new RadioButton(services.text("pixels.stored"));
    stored.setId("pixels-stored");
    output.setToggleGroup(group);
    stored.setToggleGroup(group);
    output.setSelected(!model.storedProperty().get());
    stored.setSelected(model.storedProperty().get());
    stored.selectedProperty().addListener((property, was, is) -> model.storedProperty().set(is));
    HBox line = new HBox(output, stored);
    line.getStyleClass().add("pixels-choice");
    return line;
  }

  /// What has to be scrolled aside where the page is narrow; its middle is seen first.
  private static ScrollPane aside(GridPane wide) {
    ScrollPane scroll = new ScrollPane(wide);
    scroll.setFitToWidth(true);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setHvalue(0.5);
    scroll.setMinHeight(USE_PREF_SIZE);
    scroll.getStyleClass().add("edge-to-edge");
    return scroll;
  }

  private void buildGrid() {
    grid.getStyleClass().add("pixels-grid");
    grid.setFocusTraversable(true);
    grid.setAccessibleText(services.text("pixels.grid"));
    grid.setId("pixels-grid");
    grid.setOnMousePressed(event -> grid.requestFocus());
    grid.setOnKeyPressed(this::key);
    for (int at = 0; at <= PixelsViewModel.ACROSS; at++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / (PixelsViewModel.ACROSS + 1));
      column.setHalignment(HPos.RIGHT);
      grid.getColumnConstraints().add(column);
    }
    for (int at = 0; at < PixelsViewModel.ACROSS; at++) {
      columns.add(label("pixels-index", at + 1, 0));
      rows.add(label("pixels-index", 0, at + 1));
    }
    for (int row = 0; row < PixelsViewModel.ACROSS; row++) {
      for (int column = 0; column < PixelsViewModel.ACROSS; column++) {
        Label cell = label("pixels-cell", column + 1, row + 1);
        cell.pseudoClassStateChanged(
            MIDDLE, row == PixelsViewModel.REACH && column == PixelsViewModel.REACH);
        cells.add(cell);
      }
    }
  }

  private Label label(String style, int column, int row) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMinWidth(0);
    grid.add(label, column, row);
    return label;
  }

  private void key(KeyEvent event) {
    int step = event.isShiftDown() ? 10 : 1;
    switch (event.getCode()) {
      case LEFT -> move(event, -step, 0);
      case RIGHT -> move(event, step, 0);
      case UP -> move(event, 0, -step);
      case DOWN -> move(event, 0, step);
      default -> {}
    }
  }

  private void move(KeyEvent event, int di, int dj) {
    model.move(di, dj);
    event.consume();
  }

  private WrappingRow buttons() {
    npy.setText(services.text("pixels.npy"));
    npy.setId("pixels-npy");
    npy.setOnAction(event -> export.npy());
    csv.setText(services.text("pixels.csv"));
    csv.setId("pixels-csv");
    csv.setOnAction(event -> export.csv());
    return new WrappingRow(npy, csv);
  }

  private void show(Optional<Around> around) {
    npy.setDisable(model.slice().filter(s -> s.frame().isPresent()).isEmpty());
    csv.setDisable(model.slice().flatMap(SliceValues::of).isEmpty());
    value.setText(
        around
            .map(a -> services.text("pixels.at", text(a.i()), text(a.j()), a.value()))
            .orElse(""));
    for (int at = 0; at < PixelsViewModel.ACROSS; at++) {
      int offset = at - PixelsViewModel.REACH;
      columns.get(at).setText(around.map(a -> text(a.i() + offset)).orElse(""));
      rows.get(at).setText(around.map(a -> text(a.j() + offset)).orElse(""));
    }
    boolean colors =
        around.filter(a -> a.cells().stream().anyMatch(c -> c.startsWith("#"))).isPresent();
    grid.setMinWidth((colors ? COLOR : NUMBER) * (PixelsViewModel.ACROSS + 1));
    for (int at = 0; at < cells.size(); at++) {
      int number = at;
      cells.get(at).setText(around.map(a -> a.cells().get(number)).orElse(""));
    }
    grid.setAccessibleHelp(value.getText());
  }

  private static String text(int index) {
    return Integer.toString(index).replace('-', '−');
  }

  private void show(Facts facts) {
    array.setText(
        facts.array().map(a -> services.text("pixels.array", a.shape(), a.type())).orElse(""));
    String unit = facts.unit().isEmpty() ? "" : " " + facts.unit();
    Function<Double, String> number = v -> NamedWindow.number(v) + unit;
    statistics.setText(facts.statistics().map(s -> words(s, number)).orElse(""));
    problem.setText(facts.problem().map(p -> services.text("pixels.noSuv", p)).orElse(""));
  }

  private String words(Statistics s, Function<Double, String> number) {
    return services.text(
        "pixels.statistics",
        number.apply(s.minimum()),
        number.apply(s.maximum()),
        number.apply(s.mean()),
        s.leftOut());
  }
}
