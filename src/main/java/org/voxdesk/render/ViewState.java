package org.voxdesk.render;

import java.util.Optional;

/// All that decides how a slice looks, but for the slice and the size of the view.
///
/// @param window the grey window, in output units
/// @param colorMap the colours from dark to bright
/// @param inverted true to run through the colours backwards
/// @param zoom 1 fits the slice into the view
/// @param panX screen pixels by which the slice is moved right of the middle
/// @param panY screen pixels by which the slice is moved below the middle
/// @param interpolation how values between image pixels are made
/// @param threshold values to tint; empty for none
public record ViewState(
    Window window,
    ColorMap colorMap,
    boolean inverted,
    double zoom,
    double panX,
    double panY,
    Interpolation interpolation,
    Optional<Threshold> threshold) {
  /// How far one can zoom out and in.
  public static final double MIN_ZOOM = 0.05;

  public static final double MAX_ZOOM = 64;

  public ViewState {
    if (!(zoom >= MIN_ZOOM && zoom <= MAX_ZOOM)) {
      throw new IllegalArgumentException("zoom " + zoom);
    }
  }

  /// The whole slice, smooth, in grey.
  public static ViewState of(Window window) {
    return new ViewState(
        window, ColorMap.GREY, false, 1, 0, 0, Interpolation.SMOOTH, Optional.empty());
  }

  public ViewState withWindow(Window changed) {
    return new ViewState(changed, colorMap, inverted, zoom, panX, panY, interpolation, threshold);
  }

  public ViewState withColorMap(ColorMap changed) {
    return new ViewState(window, changed, inverted, zoom, panX, panY, interpolation, threshold);
  }

  public ViewState withInverted(boolean changed) {
    return new ViewState(window, colorMap, changed, zoom, panX, panY, interpolation, threshold);
  }

  /// The nearest zoom allowed, about the middle of the view.
  public ViewState withZoom(double changed) {
    double limited = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, changed));
    double factor = limited / zoom;
    return new ViewState(
        window,
        colorMap,
        inverted,
        limited,
        panX * factor,
        panY * factor,
        interpolation,
        threshold);
  }

  /// Zooms by `factor` and leaves what is under the point (`sx`, `sy`) of a view of the given size
  /// where it is.
  public ViewState zoomedAbout(
      double sx, double sy, double viewWidth, double viewHeight, double factor) {
    ViewState zoomed = withZoom(zoom * factor);
    double real = zoomed.zoom / zoom;
    return zoomed.withPan(
        panX * real + (sx - viewWidth / 2) * (1 - real),
        panY * real + (sy - viewHeight / 2) * (1 - real));
  }

  public ViewState withPan(double x, double y) {
    return new ViewState(window, colorMap, inverted, zoom, x, y, interpolation, threshold);
  }

  public ViewState withInterpolation(Interpolation changed) {
    return new ViewState(window, colorMap, inverted, zoom, panX, panY, changed, threshold);
  }

  public ViewState withThreshold(Optional<Threshold> changed) {
    return new ViewState(window, colorMap, inverted, zoom, panX, panY, interpolation, changed);
  }
}
