package org.voxdesk.app.viewer;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.RangeSlider;
import org.voxdesk.app.command.CommandControls;
import org.voxdesk.app.control.WrappingRow;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.region.HistogramStrip;
import org.voxdesk.app.text.ReadableText;
import org.voxdesk.edit.ThresholdPixels.Units;

/// The controls of the threshold tool: the range, what its pixels become, and where.
final class ThresholdPanel extends VBox {
  /// As wide as the theme makes it.
  private static final double THUMB = 16;

  /// How wide the slider must be for a range to be found with it.
  private static final double LEAST_SCALE = 160;

  private final ThresholdViewModel model;
  private final Services services;
  private final RangeSlider slider = new RangeSlider();
  private final HistogramStrip strip;
  private final Label count = new Label();
  private boolean moving;

  ThresholdPanel(ThresholdViewModel model, Services services) {
    this.model = model;
    this.services = services;
    getStyleClass().add("threshold-panel");
    NumberField low = new NumberField(model.lowProperty(), true, services.text("threshold.from"));
    low.setPromptText(services.text("threshold.all"));
    low.setId("threshold-low");
    NumberField high =
        new NumberField(model.highProperty(), false, services.text("threshold.below"));
    high.setId("threshold-high");
    slider.setId("threshold-range");
    slider.setAccessibleText(services.text("threshold.range"));
    strip = new HistogramStrip(model.app());
    strip.visibleProperty().bind(visibleProperty());
    // The slider's ends are the middles of its thumbs.
    VBox.setMargin(strip, new Insets(0, THUMB / 2, 0, THUMB / 2));
    VBox scale = new VBox(strip, slider);
    scale.setPrefWidth(LEAST_SCALE);
    HBox.setHgrow(scale, Priority.ALWAYS);
    WrappingRow range =
        row(text("threshold.pixelsFrom"), low, scale, text("threshold.below"), high, units());

    NumberField value =
        new NumberField(model.valueProperty(), false, services.text("threshold.value"));
    value.setId("threshold-value");
    count.getStyleClass().add("text-muted");
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    WrappingRow action =
        row(
            text("threshold.become"),
            value,
            count,
            inImage(button("threshold.slice", model::applyToSlice)),
            whole(button("threshold.series", model::applyToSeries)));
    getChildren().addAll(range, action, new RegionBar(model, services));
    follow();
  }

  private void follow() {
    model.leastProperty().addListener((property, was, is) -> toSlider());
    model.mostProperty().addListener((property, was, is) -> toSlider());
    model.lowProperty().addListener((property, was, is) -> toSlider());
    model.highProperty().addListener((property, was, is) -> toSlider());
    slider.lowValueProperty().addListener((property, was, is) -> fromSlider());
    slider.highValueProperty().addListener((property, was, is) -> fromSlider());
    model.shownProperty().addListener((property, was, is) -> showCount());
    model.sliceProperty().addListener((property, was, is) -> showCount());
    visibleProperty().addListener((property, was, is) -> showCount());
    model.region().onProperty().addListener((property, was, is) -> showCount());
    model.sliceProperty().addListener((property, was, is) -> showHistogram());
    model.leastProperty().addListener((property, was, is) -> showHistogram());
    model.mostProperty().addListener((property, was, is) -> showHistogram());
    model.shownProperty().addListener((property, was, is) -> showHistogram());
    toSlider();
    showHistogram();
    showCount();
  }

  private void toSlider() {
    if (moving) {
      return;
    }
    moving = true;
    double least = model.leastProperty().get();
    double most = model.mostProperty().get();
    slider.setMin(least);
    slider.setMax(Math.max(most, least + 1));
    // The slider refuses a low above its high and the other way round: make room first.
    slider.setHighValue(slider.getMax());
    slider.setLowValue(Math.clamp(model.lowProperty().get(), least, slider.getMax()));
    slider.setHighValue(Math.clamp(model.highProperty().get(), least, slider.getMax()));
    slider.setBlockIncrement((slider.getMax() - least) / 100);
    moving = false;
  }

  private void fromSlider() {
    if (moving) {
      return;
    }
    moving = true;
    double low = readable(slider.getLowValue());
    model.lowProperty().set(low <= slider.getMin() ? Double.NEGATIVE_INFINITY : low);
    model.highProperty().set(readable(slider.getHighValue()));
    moving = false;
  }

  /// A value of the slider without more digits than its thumbs can be told apart by.
  private double readable(double value) {
    double reach = slider.getMax() - slider.getMin();
    double parts = Math.pow(10, Math.max(0, -Math.floor(Math.log10(reach / 200))));
    return Math.rint(value * parts) / parts;
  }

  private void showHistogram() {
    double[] reach = model.reach();
    strip.show(model.sliceProperty().get(), reach[0], reach[1]);
    model
        .shownProperty()
        .get()
        .filter(range -> !range.stored())
        .ifPresent(range -> strip.mark(range.low(), range.high()));
  }

  private void showCount() {
    if (model.region().onProperty().get()) {
      // The region says of itself how many it has.
      count.setText("");
    } else if (!model.isRange()) {
      count.setText(services.text("threshold.empty"));
    } else if (!model.isImage()) {
      count.setText(services.text("threshold.plane"));
    } else if (isVisible()) {
      count.setText(services.text("threshold.count", ReadableText.count(model.count())));
    }
  }

  private ChoiceBox<Units> units() {
    ChoiceBox<Units> box = new ChoiceBox<>();
    box.getItems().setAll(Units.OUTPUT, Units.STORED);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Units units) {
            return units == Units.STORED ? services.text("threshold.stored") : output();
          }

          @Override
          public Units fromString(String text) {
            return text.equals(services.text("threshold.stored")) ? Units.STORED : Units.OUTPUT;
          }
        });
    model
        .sliceProperty()
        .addListener(
            (property, was, is) -> {
              String text = output();
              if (!text.equals(box.getProperties().put("unit", text))) {
                // The names of its items are asked for anew with another converter only.
                StringConverter<Units> converter = box.getConverter();
                box.setConverter(null);
                box.setConverter(converter);
              }
            });
    box.setPrefWidth(112);
    box.setAccessibleText(services.text("threshold.units"));
    box.setTooltip(new Tooltip(services.text("threshold.units")));
    box.valueProperty().bindBidirectional(model.unitsProperty());
    return box;
  }

  private String output() {
    String unit = model.unit();
    return services.text("threshold.output", unit.isEmpty() ? 0 : 1, unit);
  }

  private Button button(String key, Runnable action) {
    Button button = new Button(services.text(key));
    CommandControls.leaveFocusOnClick(button);
    button.setId(key.replace('.', '-'));
    button.getStyleClass().add("small");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /// Sets all pixels of the range, so not while only a region of it is tinted.
  private Button whole(Button button) {
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.region().onProperty().get() || !model.isRange(),
                model.region().onProperty(),
                model.shownProperty()));
    return button;
  }

  /// The same, and not while a plane is tinted, whose pixels are those of many images.
  private Button inImage(Button button) {
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.region().onProperty().get() || !model.isImage() || !model.isRange(),
                model.region().onProperty(),
                model.shownProperty(),
                model.sliceProperty()));
    return button;
  }

  private Label text(String key) {
    Label label = new Label(services.text(key));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private static WrappingRow row(Node... nodes) {
    WrappingRow row = new WrappingRow(nodes);
    row.getStyleClass().add("threshold-row");
    return row;
  }
}
