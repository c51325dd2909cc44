package org.voxdesk.app.viewer;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.control.WrappingRow;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.region.MaskExport;
import org.voxdesk.app.region.RegionViewModel;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.viewer.ThresholdViewModel.Preset;

/// The last line of the threshold tool: ranges to pick, the region around a click, the mask.
final class RegionBar extends WrappingRow {
  private static final Map<Preset, String> NAMES =
      new TreeMap<>(
          Map.of(
              Preset.AIR, "threshold.preset.air",
              Preset.LUNG, "threshold.preset.lung",
              Preset.SOFT_TISSUE, "threshold.preset.soft",
              Preset.BONE, "threshold.preset.bone",
              Preset.BELOW_300, "threshold.preset.below300"));

  private final ThresholdViewModel model;
  private final Services services;

  RegionBar(ThresholdViewModel model, Services services) {
    this.model = model;
    this.services = services;
    getStyleClass().add("threshold-row");
    RegionViewModel region = model.region();
    CheckBox on = check("region.on");
    on.selectedProperty().bindBidirectional(region.onProperty());
    CheckBox through = check("region.through");
    through.selectedProperty().bindBidirectional(region.throughProperty());
    through.disableProperty().bind(region.onProperty().not());
    Label message = new Label();
    message.getStyleClass().add("text-muted");
    message.setId("region-message");
    message.textProperty().bind(region.messageProperty());
    message.setWrapText(true);
    message.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(message, Priority.ALWAYS);
    getChildren()
        .addAll(presets(), on, through, message, set(), mask(new MaskExport(model.app(), region)));
  }

  /// Sets the pixels of the region, while there is one.
  private Button set() {
    Button button = new Button(services.text("region.set"));
    CommandControls.leaveFocusOnClick(button);
    button.setId("region-set");
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(services.text("region.set.why")));
    button.setOnAction(event -> model.applyToRegion());
    button.disableProperty().bind(model.region().regionProperty().map(Optional::isEmpty));
    return button;
  }

  private MenuButton presets() {
    MenuButton button = new MenuButton(services.text("threshold.presets"));
    CommandControls.leaveFocusOnClick(button);
    button.setId("threshold-presets");
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(services.text("threshold.presets.why")));
    NAMES.forEach(
        (preset, key) -> {
          MenuItem item = new MenuItem(services.text(key));
          item.setOnAction(event -> model.pick(preset));
          button.getItems().add(item);
        });
    button
        .disableProperty()
        .bind(model.sliceProperty().map(slice -> slice.filter(RegionBar::isHu).isEmpty()));
    return button;
  }

  private static boolean isHu(LoadedSlice slice) {
    return slice.transform().unit().equals("HU");
  }

  private Button mask(MaskExport export) {
    Button button = new Button(services.text("mask.export"));
    CommandControls.leaveFocusOnClick(button);
    button.setId("mask-export");
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setTooltip(new Tooltip(services.text("mask.export.why")));
    button.setOnAction(
        event ->
            model
                .sliceProperty()
                .get()
                .ifPresent(
                    slice ->
                        model
                            .shownProperty()
                            .get()
                            .ifPresent(range -> export.export(slice, range))));
    RegionViewModel region = model.region();
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.sliceProperty().get().filter(LoadedSlice::isGrey).isEmpty()
                        || (region.onProperty().get() && region.regionProperty().get().isEmpty()),
                model.sliceProperty(),
                region.onProperty(),
                region.regionProperty()));
    return button;
  }

  private CheckBox check(String key) {
    CheckBox box = new CheckBox(services.text(key));
    box.setId(key.replace('.', '-'));
    box.setMinWidth(USE_PREF_SIZE);
    box.setTooltip(new Tooltip(services.text(key)));
    return box;
  }
}
