package org.voxdesk.app.viewer;

import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.app.slice.Turn;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.ViewImage;
import org.voxdesk.render.ViewState;
import org.voxdesk.render.ViewTransform;

/// A drawn slice, with everything that is needed to say what is where on it. Screen points are in
/// the window's logical pixels, of which a fine screen has fewer than real ones.
///
/// @param slice its values stay as they are as long as those of `image`: [LoadedSlice#kept]
/// @param shown the slice as it is turned on the screen
/// @param image the pixels; they stay as they are until the picture after the next is drawn
/// @param density real pixels a logical one
public record Picture(
    LoadedSlice slice,
    SlicePixels shown,
    Turn turn,
    ViewState state,
    ViewImage image,
    double density) {
  /// Width in logical pixels.
  public double width() {
    return image.width() / density;
  }

  /// Height in logical pixels.
  public double height() {
    return image.height() / density;
  }

  /// Where the turned slice lies on the screen.
  public ViewTransform transform() {
    return ViewTransform.of(shown, state, width(), height());
  }

  /// The position `{i, j}` of the stored slice under a screen point.
  public double[] indexAt(double sx, double sy) {
    ViewTransform transform = transform();
    return turn.stored(
        transform.i(sx), transform.j(sy), slice.pixels().columns(), slice.pixels().rows());
  }

  /// The screen point `{sx, sy}` of a position of the stored slice.
  public double[] screen(double i, double j) {
    double[] at = turn.shown(i, j, slice.pixels().columns(), slice.pixels().rows());
    ViewTransform transform = transform();
    return new double[] {transform.sx(at[0]), transform.sy(at[1])};
  }
}
