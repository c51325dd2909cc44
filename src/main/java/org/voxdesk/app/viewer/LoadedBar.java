package org.voxdesk.app.viewer;

import java.util.BitSet;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// A thin strip that shows which slices have been read, gone once they all have.
final class LoadedBar extends Pane {
  private static final double HEIGHT = 3;

  private final PaneViewModel pane;

  LoadedBar(PaneViewModel pane) {
    this.pane = pane;
    getStyleClass().add("loaded-bar");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setAccessibleText(pane.viewer().app().services().text("viewer.loaded"));
    pane.loadedProperty().addListener((property, was, is) -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    getChildren().clear();
    Loaded loaded = pane.loadedProperty().get();
    if (loaded.isWhole()) {
      return;
    }
    BitSet read = loaded.read();
    double slice = getWidth() / loaded.count();
    for (int from = read.nextSetBit(0); from >= 0; ) {
      int to = read.nextClearBit(from);
      Rectangle run = new Rectangle(from * slice, 0, (to - from) * slice, HEIGHT);
      run.getStyleClass().add("loaded-run");
      run.setManaged(false);
      getChildren().add(run);
      from = read.nextSetBit(to);
    }
  }
}
