package org.voxdesk.app.viewer;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.controlsfx.control.RangeSlider;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.voxdesk.app.control.WrappingRow;
import org.voxdesk.app.model.Services;

/// Plays the slices while playing is on, and has the controls for it: rate, range, and what comes
/// after the last slice. There from the first playing on, until it is closed.
final class CineBar extends WrappingRow {
  private final ViewerViewModel viewer;
  private final CineViewModel cine;
  private final Services services;
  private final Timeline timeline = new Timeline();
  private final RangeSlider range = new RangeSlider();
  private final Label rangeText = new Label();
  private boolean following;

  CineBar(ViewerViewModel viewer) {
    this.viewer = viewer;
    this.cine = viewer.cine();
    this.services = viewer.app().services();
    getStyleClass().add("cine-bar");
    Label rateText = new Label();
    rateText.setMinWidth(USE_PREF_SIZE);
    rateText
        .textProperty()
        .bind(
            cine.rateProperty()
                .map(rate -> services.text("cine.rate", Math.round(rate.doubleValue()))));
    HBox.setHgrow(range, Priority.ALWAYS);
    rangeText.setMinWidth(USE_PREF_SIZE);
    rangeText.getStyleClass().add("text-muted");
    getChildren().addAll(play(), rate(), rateText, range(), rangeText, loop(), close());
    visibleProperty().bind(cine.openProperty());
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

  private ToggleButton play() {
    FontIcon icon = new FontIcon(MaterialDesignP.PLAY);
    ToggleButton play = new ToggleButton("", icon);
    play.setId("cine-play");
    play.getStyleClass().add("flat");
    play.selectedProperty().bindBidirectional(cine.playingProperty());
    play.selectedProperty()
        .subscribe(
            plays -> {
              icon.setIconCode(plays ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY);
              play.setAccessibleText(services.text(plays ? "cine.pause" : "cine.play"));
            });
    return play;
  }

  private Button close() {
    Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
    close.setId("cine-close");
    close.getStyleClass().add("flat");
    close.setAccessibleText(services.text("cine.close"));
    close.setTooltip(new Tooltip(services.text("cine.close")));
    close.setOnAction(
        event -> {
          cine.playingProperty().set(false);
          cine.openProperty().set(false);
        });
    return close;
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
    range.lowValueProperty().addListener((property, was, is) -> taken());
    range.highValueProperty().addListener((property, was, is) -> taken());
    cine.firstProperty().addListener((property, was, is) -> follow());
    cine.lastProperty().addListener((property, was, is) -> follow());
    viewer
        .<Number>ofActive(pane -> pane.navigation().countProperty().map(n -> n))
        .addListener((property, was, is) -> follow());
    follow();
    return range;
  }

  /// What the slider says goes.
  private void taken() {
    if (!following) {
      cine.firstProperty().set((int) Math.rint(range.getLowValue()));
      cine.lastProperty().set((int) Math.rint(range.getHighValue()));
    }
  }

  /// The slider says what goes; each end keeps the other where it may be.
  private void follow() {
    int first = cine.firstProperty().get();
    int last = cine.lastProperty().get();
    following = true;
    range.setMax(Math.max(1, viewer.navigation().countProperty().get() - 1));
    range.setLowValue(0);
    range.setHighValue(last);
    range.setLowValue(first);
    following = false;
    rangeText.setText(services.text("cine.slices", first + 1, last + 1));
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
