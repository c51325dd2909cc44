package org.voxdesk.render;

/// How a screen pixel gets its value from the image.
public enum Interpolation {
  /// The value of the image pixel under it.
  NEAREST,
  /// Values interpolated linearly between the four nearest image pixels, before the window.
  SMOOTH
}
