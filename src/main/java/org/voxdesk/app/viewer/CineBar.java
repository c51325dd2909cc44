package org.voxdesk.app.viewer;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.controlsfx.control.RangeSlider;
import org.voxdesk.app.model.Services;

/// Plays the slices while playing is on, and has the controls for it: rate, range, and what comes
/// after the last slice.
final class CineBar extends HBox {
  private final ViewerViewModel viewer;
  private final CineViewModel cine;
  private final Services services;
  private final Timeline timeline = new Timeline();
  private final RangeSlider range = new RangeSlider();

  CineBar(ViewerViewModel viewer) {
    this.viewer = viewer;
    this.cine = viewer.cine();
    this.services = viewer.app().services();
    getStyleClass().add("cine-bar");
    setAlignment(Pos.CENTER_LEFT);
    Label rateText = new Label();
    rateText.setMinWidth(USE_PREF_SIZE);
    rateText
        .textProperty()
        .bind(
            cine.rateProperty()
                .map(rate -> services.text("cine.rate", Math.round(rate.doubleValue()))));
    HBox.setHgrow(range, Priority.ALWAYS);
    getChildren().addAll(rate(), rateText, range(), loop());
    visibleProperty().bind(cine.playingProperty());
    managedProperty().bind(visibleProperty());
    timeline.setCycleCount(Animation.INDEFINITE);
    cine.rateProperty().addListener((property, was, is) -> restart());
    cine.playingProperty().addListener((property, was, is) -> restart());
  }

  private void restart() {
    timeline.stop();
    if (cine.playingProperty().get()) {
      timeline
          .getKeyFrames()
          .setAll(
              new KeyFrame(Duration.seconds(1 / cine.rateProperty().get()), event -> cine.play()));
      timeline.play();
    }
  }

  private Slider rate() {
    Slider rate = new Slider(CineViewModel.LEAST_RATE, CineViewModel.MOST_RATE, 15);
    rate.setId("cine-rate");
    rate.setBlockIncrement(1);
    rate.setPrefWidth(120);
    rate.setAccessibleText(services.text("cine.rate.name"));
    rate.valueProperty().bindBidirectional(cine.rateProperty());
    return rate;
  }

  private RangeSlider range() {
    range.setId("cine-range");
    range.setMin(0);
    range.setBlockIncrement(1);
    range.setAccessibleText(services.text("cine.range"));
    cine.playingProperty()
        .addListener(
            (property, was, is) -> {
              if (is) {
                range.setMax(Math.max(1, viewer.navigation().slices().size() - 1));
                range.setHighValue(range.getMax());
                range.setLowValue(0);
              }
            });
    range
        .lowValueProperty()
        .addListener(
            (property, was, is) -> cine.firstProperty().set((int) Math.rint(is.doubleValue())));
    range
        .highValueProperty()
        .addListener(
            (property, was, is) -> cine.lastProperty().set((int) Math.rint(is.doubleValue())));
    return range;
  }

  private ChoiceBox<CineViewModel.Loop> loop() {
    ChoiceBox<CineViewModel.Loop> loop = new ChoiceBox<>();
    loop.setId("cine-loop");
    loop.getItems().setAll(CineViewModel.Loop.values());
    loop.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(CineViewModel.Loop value) {
            return value == null ? "" : services.text(value.nameKey());
          }

          @Override
          public CineViewModel.Loop fromString(String text) {
            return loop.getItems().stream()
                .filter(each -> services.text(each.nameKey()).equals(text))
                .findFirst()
                .orElse(CineViewModel.Loop.ROUND);
          }
        });
    loop.setAccessibleText(services.text("cine.loop"));
    loop.valueProperty().bindBidirectional(cine.loopProperty());
    return loop;
  }
}
