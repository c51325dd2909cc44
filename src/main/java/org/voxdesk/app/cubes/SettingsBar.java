package org.voxdesk.app.cubes;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.voxdesk.app.control.WrappingRow;
import org.voxdesk.app.model.Services;
import org.voxdesk.volume.ResampleMode;
import org.voxdesk.volume.Sampling;

/// How cubes are cut: mode, size, spacing, and what is rarely changed behind a button.
final class SettingsBar extends WrappingRow {
  private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 80, 96, 128);
  private static final List<Double> SPACINGS = List.of(0.5, 0.7, 0.8, 1.0, 1.25, 1.5, 2.0);

  private static final double OPTIONS_WIDTH = 320;

  private final Services services;
  private final CubeSettings settings;
  private final Guard guard;
  private final Map<ResampleMode, ToggleButton> modes = new TreeMap<>();
  private final Map<ResampleMode, Tooltip> reasons = new TreeMap<>();

  SettingsBar(Services services, CubesViewModel model) {
    this.services = services;
    this.settings = model.settings();
    this.guard = model.guard();
    Fields fields = new Fields(services);
    ComboBox<Integer> size =
        fields.typed(
            "cubes.size",
            services.text("cubes.size.limits", CubeSettings.LEAST_SIZE, CubeSettings.MOST_SIZE),
            SIZES,
            settings.sizeProperty(),
            n -> services.text("cubes.size.value", Integer.toString(n)),
            text -> CubeSettings.size((int) Math.rint(Double.parseDouble(text))));
    ComboBox<Double> mm =
        fields.typed(
            "cubes.mm",
            services.text(
                "cubes.mm.limits",
                Double.toString(CubeSettings.LEAST_MM),
                Double.toString(CubeSettings.MOST_MM)),
            SPACINGS,
            settings.mmProperty(),
            n -> services.text("cubes.mm.value", Double.toString(n)),
            text -> CubeSettings.mm(Double.parseDouble(text)));
    size.setPrefWidth(104);
    mm.setPrefWidth(100);
    HBox.setHgrow(size, Priority.ALWAYS);
    HBox.setHgrow(mm, Priority.ALWAYS);
    size.setMaxWidth(Double.MAX_VALUE);
    mm.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(modes(), size, mm, more(fields));
    guard.verdictProperty().addListener((property, was, is) -> offer());
    settings.modeProperty().addListener((property, was, is) -> offer());
    offer();
  }

  private HBox modes() {
    HBox box = new HBox();
    box.getStyleClass().add("modes");
    ToggleGroup group = new ToggleGroup();
    for (ResampleMode mode : List.of(ResampleMode.PHYSICAL, ResampleMode.CLASSIC)) {
      ToggleButton button = new ToggleButton(name(mode));
      button.setToggleGroup(group);
      button.getStyleClass().add(mode == ResampleMode.PHYSICAL ? "left-pill" : "right-pill");
      button.setMinWidth(USE_PREF_SIZE);
      button.setId("cubes-mode-" + mode.name().toLowerCase(Locale.ROOT));
      button.setOnAction(
          event -> {
            settings.modeProperty().set(mode);
            offer();
          });
      Tooltip reason = new Tooltip();
      reason.setWrapText(true);
      reason.setMaxWidth(420);
      modes.put(mode, button);
      reasons.put(mode, reason);
      // A button that is disabled shows no tooltip, the place it is in does.
      StackPane place = new StackPane(button);
      Tooltip.install(place, reason);
      box.getChildren().add(place);
    }
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  private void offer() {
    modes.forEach(
        (mode, button) -> {
          boolean offered = guard.isOffered(mode);
          button.setDisable(!offered);
          button.setSelected(settings.modeProperty().get() == mode);
          String why =
              offered
                  ? services.text("cubes.mode.does", what(mode), guard.why(mode))
                  : services.text("cubes.mode.refused", guard.why(mode));
          Tooltip reason = reasons.get(mode);
          if (reason != null) {
            reason.setText(why.strip());
          }
          button.setAccessibleText(name(mode) + ". " + why);
        });
  }

  private String what(ResampleMode mode) {
    return switch (mode) {
      case PHYSICAL -> services.text("cubes.mode.physical.what");
      case CLASSIC -> services.text("cubes.mode.classic.what");
    };
  }

  private String name(ResampleMode mode) {
    return switch (mode) {
      case PHYSICAL -> services.text("cubes.mode.physical");
      case CLASSIC -> services.text("cubes.mode.classic");
    };
  }

  private MenuButton more(Fields fields) {
    GridPane grid = new GridPane();
    grid.getStyleClass().addAll("form", "cube-options");
    Node kernel =
        fields.choice(
            "cubes.kernel",
            List.of(Sampling.Kernel.values()),
            kernel(),
            k ->
                services.text(
                    k == Sampling.Kernel.LINEAR ? "cubes.kernel.linear" : "cubes.kernel.cubic"));
    CheckBox smooth = new CheckBox(services.text("cubes.antialias"));
    smooth.setId("cubes-antialias");
    smooth.setMnemonicParsing(false);
    smooth.setTooltip(new Tooltip(services.text("cubes.antialias.why")));
    smooth.setSelected(settings.samplingProperty().get().antiAlias());
    smooth.setOnAction(
        event ->
            settings
                .samplingProperty()
                .set(
                    new Sampling(settings.samplingProperty().get().kernel(), smooth.isSelected())));
    Node fill =
        fields.field(
            "cubes.fill",
            services.text("cubes.fill.limits"),
            settings.fillProperty(),
            String::valueOf,
            CubeSettings::fill);
    Node near =
        fields.field(
            "cubes.duplicates",
            services.text("cubes.duplicates.limits"),
            settings.duplicateMmProperty(),
            String::valueOf,
            CubeSettings::radius);
    grid.addRow(0, fields.label("cubes.kernel", kernel), kernel);
    grid.add(smooth, 0, 1, 2, 1);
    grid.addRow(2, fields.label("cubes.fill", fill), fill);
    grid.addRow(3, fields.label("cubes.duplicates", near), near);
    Label not = new Label(services.text("cubes.more.classic"));
    not.setId("cubes-more-classic");
    not.getStyleClass().add("tag-note");
    not.setWrapText(true);
    not.setMaxWidth(OPTIONS_WIDTH);
    grid.add(not, 0, 4, 2, 1);
    ObservableValue<Boolean> classic =
        settings.modeProperty().map(mode -> mode == ResampleMode.CLASSIC);
    List.of(kernel, smooth, fill).forEach(node -> node.disableProperty().bind(classic));
    not.visibleProperty().bind(classic);
    not.managedProperty().bind(classic);
    CustomMenuItem item = new CustomMenuItem(grid, false);
    item.getStyleClass().add("form-item");
    MenuButton button = new MenuButton();
    button.getItems().add(item);
    button.setGraphic(new FontIcon(MaterialDesignT.TUNE_VARIANT));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setId("cubes-more");
    button.setAccessibleText(services.text("cubes.more"));
    button.setTooltip(new Tooltip(services.text("cubes.more")));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private ObjectProperty<Sampling.Kernel> kernel() {
    var kernel = new SimpleObjectProperty<>(settings.samplingProperty().get().kernel());
    kernel.addListener(
        (property, was, is) ->
            settings
                .samplingProperty()
                .set(new Sampling(is, settings.samplingProperty().get().antiAlias())));
    return kernel;
  }
}
