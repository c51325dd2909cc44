package org.voxdesk.app.viewer;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Slider;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.voxdesk.app.model.SeriesDrag;

/// One pane: its stage, and below it the slider through its slices with what has been read of them.
final class PaneView extends VBox {
  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private final PaneViewModel pane;
  private final StageView stage;

  PaneView(PaneViewModel pane, List<StageLayer> layers) {
    this.pane = pane;
    getStyleClass().add("pane");
    stage = new StageView(pane, new PointerViewModel(pane), layers);
    VBox.setVgrow(stage, Priority.ALWAYS);
    acceptSeries();
    getChildren().addAll(stage, new LoadedBar(pane), slider());
  }

  /// A series that is dropped here is shown here.
  private void acceptSeries() {
    setOnDragOver(
        event -> {
          if (SeriesDrag.of(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.LINK);
            event.consume();
          }
        });
    setOnDragEntered(event -> mark(SeriesDrag.of(event.getDragboard()).isPresent()));
    setOnDragExited(event -> mark(false));
    setOnDragDropped(
        event ->
            SeriesDrag.of(event.getDragboard())
                .ifPresent(
                    file -> {
                      pane.viewer().showIn(pane, file);
                      event.setDropCompleted(true);
                      event.consume();
                    }));
  }

  private void mark(boolean over) {
    stage.pseudoClassStateChanged(DROPPING, over);
  }

  StageView stage() {
    return stage;
  }

  private Slider slider() {
    Navigation navigation = pane.navigation();
    Slider slider = new Slider(0, 0, 0);
    slider.getStyleClass().add("slice-slider");
    slider.setId("slices");
    slider.setAccessibleText(pane.viewer().app().services().text("viewer.slices"));
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.maxProperty().bind(navigation.countProperty().map(n -> Math.max(1, n.intValue() - 1)));
    slider.disableProperty().bind(navigation.countProperty().lessThan(2));
    navigation
        .indexProperty()
        .addListener((property, was, is) -> slider.setValue(Math.max(0, is.intValue())));
    slider.valueProperty().addListener((property, was, is) -> follow(is.doubleValue()));
    return slider;
  }

  private void follow(double value) {
    int wanted = (int) Math.rint(value);
    if (wanted != pane.navigation().indexProperty().get()) {
      pane.navigation().go(wanted);
    }
  }
}
