package org.voxdesk.render;

/// The one place where screen and image meet: screen points `sx`, `sy` (pixels from the view's
/// upper left corner, so the first pixel's middle is 0.5) and image positions `i`, `j` (0 is the
/// middle of the first image pixel).
///
/// @param scaleX screen pixels per image column
/// @param scaleY screen pixels per image row
/// @param left `sx` of the image's left edge
/// @param top `sy` of the image's upper edge
public record ViewTransform(double scaleX, double scaleY, double left, double top) {
  /// Fits a slice into a view in its true proportions and centred, then zooms and pans.
  public static ViewTransform of(
      SlicePixels slice, ViewState state, double viewWidth, double viewHeight) {
    double widthMm = slice.columns() * slice.columnMm();
    double heightMm = slice.rows() * slice.rowMm();
    double pixelsPerMm = Math.min(viewWidth / widthMm, viewHeight / heightMm) * state.zoom();
    return new ViewTransform(
        pixelsPerMm * slice.columnMm(),
        pixelsPerMm * slice.rowMm(),
        (viewWidth - widthMm * pixelsPerMm) / 2 + state.panX(),
        (viewHeight - heightMm * pixelsPerMm) / 2 + state.panY());
  }

  public double i(double sx) {
    return (sx - left) / scaleX - 0.5;
  }

  public double j(double sy) {
    return (sy - top) / scaleY - 0.5;
  }

  public double sx(double i) {
    return left + (i + 0.5) * scaleX;
  }

  public double sy(double j) {
    return top + (j + 0.5) * scaleY;
  }
}
