package org.voxdesk.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.VoiFunction;
import org.voxdesk.render.Window;

/// The windows of each modality, to be changed by hand: every change counts at once.
final class PresetsPage extends VBox {
  private static final List<String> MODALITIES = List.of("CT", "MR", "PT", "NM", "CR", "DX", "MG");

  private static final double NUMBER = 84;

  /// Further out no stored value lies, and its digits have no room.
  private static final double MOST = 1e9;

  // Three of them beside each row, and a scroll bar.
  private static final double BUTTONS = 128;

  private final ViewerViewModel viewer;
  private final Services services;
  private final ChoiceBox<String> modality = new ChoiceBox<>();
  private final VBox rows = new VBox();

  private PresetsPage(ViewerViewModel viewer) {
    this.viewer = viewer;
    this.services = viewer.app().services();
    getStyleClass().addAll("page", "presets");
    TreeSet<String> all = new TreeSet<>(MODALITIES);
    Optional<String> shown =
        viewer
            .pictureProperty()
            .getValue()
            .map(picture -> picture.slice().instance().text(Tag.MODALITY))
            .filter(text -> !text.isEmpty());
    shown.ifPresent(all::add);
    modality.getItems().setAll(all);
    modality.setAccessibleText(services.text("presets.modality"));
    modality.setId("presets-modality");
    modality.setValue(shown.orElse("CT"));
    modality.valueProperty().addListener((property, was, is) -> fill());
    Label label = new Label(services.text("presets.modality"));
    label.setLabelFor(modality);
    rows.getStyleClass().add("preset-rows");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setPrefSize(520, 320);
    Button add = new Button(services.text("presets.add"));
    add.setId("presets-add");
    add.setOnAction(event -> add());
    Button reset = new Button(services.text("presets.reset"));
    reset.setId("presets-reset");
    reset.setOnAction(event -> reset());
    HBox buttons = new HBox(add, reset);
    buttons.getStyleClass().add("preset-buttons");
    HBox top = new HBox(label, modality);
    top.getStyleClass().add("preset-buttons");
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, headings(), scroll, buttons);
    fill();
  }

  static void show(ViewerViewModel viewer) {
    Services services = viewer.app().services();
    services.dialogs().show(services.text("presets.title"), () -> new PresetsPage(viewer));
  }

  private void fill() {
    rows.getChildren().clear();
    viewer.presets().of(modality.getValue()).forEach(this::row);
  }

  /// What stands over the columns of the rows.
  private Node headings() {
    Label name = heading("presets.name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Label width = heading("presets.width");
    Label level = heading("presets.level");
    width.setPrefWidth(NUMBER);
    level.setPrefWidth(NUMBER);
    Region buttons = new Region();
    buttons.setMinWidth(BUTTONS);
    HBox row = new HBox(name, width, level, buttons);
    row.getStyleClass().add("preset-headings");
    return row;
  }

  private Label heading(String key) {
    Label label = new Label(services.text(key));
    label.getStyleClass().add("text-muted");
    return label;
  }

  private void row(NamedWindow named) {
    TextField name = new TextField(named.nameKey().map(services::text).orElse(named.explanation()));
    name.setAccessibleText(services.text("presets.name"));
    name.setPromptText(services.text("presets.name"));
    HBox.setHgrow(name, Priority.ALWAYS);
    DoubleProperty width = new SimpleDoubleProperty(named.window().width());
    DoubleProperty center = new SimpleDoubleProperty(named.window().center());
    HBox row = new HBox();
    Button up =
        services.controls().icon("presets.up", MaterialDesignA.ARROW_UP, () -> move(row, -1));
    Button down =
        services.controls().icon("presets.down", MaterialDesignA.ARROW_DOWN, () -> move(row, 1));
    Button delete =
        services
            .controls()
            .icon("presets.delete", MaterialDesignD.DELETE_OUTLINE, () -> delete(row));
    row.getChildren()
        .addAll(
            name,
            number(width, "presets.width", w -> function().allows(w) && w <= MOST),
            number(center, "presets.level", level -> Math.abs(level) <= MOST),
            up,
            down,
            delete);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("preset-row");
    row.setUserData(new Row(name, width, center, function()));
    name.textProperty().addListener((property, was, is) -> save());
    width.addListener((property, was, is) -> save());
    center.addListener((property, was, is) -> save());
    rows.getChildren().add(row);
  }

  private NumberField number(DoubleProperty value, String nameKey, DoublePredicate allowed) {
    NumberField field = new NumberField(value, false, services.text(nameKey), allowed);
    field.setTooltip(new Tooltip(services.text(nameKey)));
    field.setPrefWidth(NUMBER);
    return field;
  }

  private VoiFunction function() {
    return WindowPresets.function(modality.getValue());
  }

  private record Row(
      TextField name, DoubleProperty width, DoubleProperty center, VoiFunction function) {
    Optional<NamedWindow> window() {
      return function.allows(width.get())
          ? Optional.of(
              NamedWindow.ofUser(
                  name.getText().strip(), new Window(center.get(), width.get(), function)))
          : Optional.empty();
    }
  }

  private void move(Node row, int by) {
    int to = rows.getChildren().indexOf(row) + by;
    if (to >= 0 && to < rows.getChildren().size()) {
      rows.getChildren().remove(row);
      rows.getChildren().add(to, row);
      save();
    }
  }

  private void delete(Node row) {
    rows.getChildren().remove(row);
    save();
  }

  /// Adds the window of the picture that is looked at.
  private void add() {
    Window now = viewer.stateProperty().getValue().window();
    row(
        NamedWindow.ofUser(
            services.text("presets.new"),
            function() == VoiFunction.LINEAR
                ? new Window(now.center(), Math.max(1, now.width()))
                : new Window(now.center(), now.width(), function())));
    save();
  }

  private void reset() {
    viewer.presets().reset(modality.getValue());
    fill();
    viewer.active().repaint();
  }

  private void save() {
    viewer
        .presets()
        .set(
            modality.getValue(),
            rows.getChildren().stream()
                .flatMap(
                    row ->
                        row.getUserData() instanceof Row r ? r.window().stream() : Stream.empty())
                .toList());
    viewer.active().repaint();
  }
}
