package org.voxdesk.render;

/// The windows that viewers offer for CT, in HU.
public enum WindowPreset {
  LUNG(-600, 1500),
  MEDIASTINUM(40, 400),
  ABDOMEN(40, 400),
  LIVER(90, 150),
  BRAIN(40, 80),
  BONE(480, 2500),
  NODULE(-300, 1400);

  private final double center;
  private final double width;

  WindowPreset(double center, double width) {
    this.center = center;
    this.width = width;
  }

  public Window window() {
    return new Window(center, width);
  }
}
