package org.voxdesk.app.cubes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.voxdesk.app.model.Services;
import org.voxdesk.app.slice.NamedWindow;
import org.voxdesk.export.Mosaic;
import org.voxdesk.render.WindowPreset;
import org.voxdesk.volume.GreyWindow;

/// The window of the preview and of exported pictures: usual ones, and its two ends to type; and
/// how the mosaic is laid out.
final class WindowBar extends HBox {
  private final Services services;
  private final Preview preview;
  private final ObjectProperty<GreyWindow> window;
  private boolean following;

  /// A usual window.
  ///
  /// @param name in the window's language
  private record Usual(String name, Optional<GreyWindow> window) {}

  WindowBar(Services services, CubesViewModel model) {
    this.services = services;
    this.preview = model.preview();
    this.window = model.settings().windowProperty();
    getStyleClass().add("tag-line");
    Fields fields = new Fields(services);
    TextField low =
        fields.field(
            "cubes.window.low",
            services.text("cubes.window.limits"),
            window,
            w -> number(w.low()),
            this::withLow);
    TextField high =
        fields.field(
            "cubes.window.high",
            services.text("cubes.window.limits"),
            window,
            w -> number(w.high()),
            this::withHigh);
    low.setPrefColumnCount(4);
    high.setPrefColumnCount(4);
    low.setMinWidth(56);
    high.setMinWidth(56);
    ComboBox<Usual> usual = usual(fields);
    HBox.setHgrow(usual, Priority.ALWAYS);
    usual.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(usual, low, new Label("–"), high, tiles(model.settings().sizeProperty()));
  }

  private GreyWindow withLow(String text) {
    double low = Double.parseDouble(text);
    return new GreyWindow(low, Math.max(low + 1, window.get().high()));
  }

  private GreyWindow withHigh(String text) {
    double high = Double.parseDouble(text);
    return new GreyWindow(Math.min(window.get().low(), high - 1), high);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.0f", value).replace('-', '−');
  }

  private ComboBox<Usual> usual(Fields fields) {
    Usual own = new Usual(services.text("cubes.window.own"), Optional.empty());
    List<Usual> all =
        Stream.of(
                Stream.of(
                    new Usual(
                        services.text("cubes.window.classic"), Optional.of(GreyWindow.CLASSIC))),
                Arrays.stream(WindowPreset.values()).map(this::usual),
                Stream.of(own))
            .flatMap(each -> each)
            .toList();
    ObjectProperty<Usual> picked = new SimpleObjectProperty<>(own);
    Runnable follow =
        () -> {
          following = true;
          picked.set(
              all.stream()
                  .filter(u -> u.window().equals(Optional.of(window.get())))
                  .findFirst()
                  .orElse(own));
          following = false;
        };
    window.addListener((property, was, is) -> follow.run());
    follow.run();
    picked.addListener(
        (property, was, is) -> {
          if (!following) {
            is.window().ifPresent(window::set);
          }
        });
    ComboBox<Usual> box = fields.choice("cubes.window", all, picked, Usual::name);
    box.setMinWidth(60);
    return box;
  }

  private Usual usual(WindowPreset preset) {
    double width = preset.window().width();
    double center = preset.window().center();
    return new Usual(
        NamedWindow.of(preset).nameKey().map(services::text).orElse(preset.name()),
        Optional.of(new GreyWindow(center - width / 2, center + width / 2)));
  }

  private ComboBox<Mosaic> tiles(ObjectProperty<Integer> size) {
    ObjectProperty<Mosaic> picked = new SimpleObjectProperty<>(preview.layoutProperty().get());
    ComboBox<Mosaic> box =
        new Fields(services)
            .choice(
                "cubes.layout",
                Preview.layouts(size.get()),
                picked,
                m -> m.rows() + " × " + m.columns());
    Runnable follow =
        () -> {
          following = true;
          List<Mosaic> fitting = Preview.layouts(size.get());
          if (!fitting.equals(box.getItems())) {
            box.getItems().setAll(fitting);
          }
          picked.set(preview.layoutProperty().get());
          following = false;
        };
    preview.layoutProperty().addListener((property, was, is) -> follow.run());
    size.addListener((property, was, is) -> follow.run());
    picked.addListener(
        (property, was, is) -> {
          if (!following && is != null) {
            preview.layoutProperty().set(is);
          }
        });
    return box;
  }
}
