package org.voxdesk.app.viewer;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.voxdesk.app.control.LiveScroll;

/// Scrolls its content down where it is not given the height that the content needs.
final class LowScroll extends LiveScroll {
  private static final double LEAST = 90;

  private final Region content;

  LowScroll(Region content) {
    super(content);
    this.content = content;
    getStyleClass().add("low-scroll");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setMinWidth(0);
    visibleProperty().bind(content.visibleProperty());
    managedProperty().bind(visibleProperty());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return content.prefHeight(width < 0 ? getWidth() : width);
  }

  @Override
  protected double computeMinHeight(double width) {
    return Math.min(LEAST, computePrefHeight(width));
  }
}
