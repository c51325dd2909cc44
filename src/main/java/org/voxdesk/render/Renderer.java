package org.voxdesk.render;

import java.util.Arrays;

/// Draws slices. One renderer serves one view: it keeps tables between pictures, so it is for one
/// thread at a time, and allocates nothing while slice kind and view size stay the same.
///
/// What the threshold tints is decided by the image pixel under the screen pixel, never by a value
/// made by interpolation, so that the tint shows exactly the pixels of the image that it means.
public final class Renderer {
  private final Axis across = new Axis();
  private final Axis down = new Axis();
  private final GreyTable table = new GreyTable();
  private final SmoothRows smooth = new SmoothRows();
  private final OverlayPainter overlays = new OverlayPainter();

  /// Fills `image` with the slice as `state` says, black around it, and `overlay` over it.
  public void render(SlicePixels slice, OverlayMask overlay, ViewState state, ViewImage image) {
    render(slice, state, image);
    overlays.draw(overlay, ViewTransform.of(slice, state, image.width(), image.height()), image);
  }

  /// Fills `image` with the slice as `state` says, black around it.
  public void render(SlicePixels slice, ViewState state, ViewImage image) {
    ViewTransform transform = ViewTransform.of(slice, state, image.width(), image.height());
    across.prepare(image.width(), slice.columns(), transform.left(), transform.scaleX());
    down.prepare(image.height(), slice.rows(), transform.top(), transform.scaleY());
    blackAround(image);
    switch (slice) {
      case SlicePixels.Shorts shorts -> shorts(shorts, state, image);
      case SlicePixels.Doubles doubles -> doubles(doubles, state, image);
      case SlicePixels.Rgb rgb -> rgb(rgb, state, image);
    }
  }

  private void shorts(SlicePixels.Shorts slice, ViewState state, ViewImage image) {
    table.prepare(slice, state);
    boolean isSmooth = state.interpolation() == Interpolation.SMOOTH;
    boolean tint = state.threshold().isPresent();
    smooth.start(image.width());
    for (int sy = down.from; sy < down.to; sy++) {
      int out = sy * image.width();
      int row = down.nearest[sy] * slice.columns();
      if (isSmooth) {
        smooth.row(slice, across, down, sy, table.argb, image.pixels(), out);
      } else {
        nearest(slice.values(), row, image.pixels(), out);
      }
      if (tint) {
        tint(slice.values(), row, image.pixels(), out);
      }
    }
  }

  private void nearest(short[] values, int row, int[] pixels, int out) {
    int[] colors = table.argb;
    int[] columns = across.nearest;
    for (int sx = across.from; sx < across.to; sx++) {
      pixels[out + sx] = colors[values[row + columns[sx]] & 0xffff];
    }
  }

  private void tint(short[] values, int row, int[] pixels, int out) {
    boolean[] tinted = table.tinted;
    int[] columns = across.nearest;
    for (int sx = across.from; sx < across.to; sx++) {
      if (tinted[values[row + columns[sx]] & 0xffff]) {
        pixels[out + sx] = Tint.over(pixels[out + sx]);
      }
    }
  }

  private void doubles(SlicePixels.Doubles slice, ViewState state, ViewImage image) {
    boolean isSmooth = state.interpolation() == Interpolation.SMOOTH;
    Threshold threshold = state.threshold().orElse(new Threshold(0, 0));
    double[] values = slice.values();
    for (int sy = down.from; sy < down.to; sy++) {
      int row = down.nearest[sy] * slice.columns();
      for (int sx = across.from; sx < across.to; sx++) {
        double under = values[row + across.nearest[sx]];
        double stored = isSmooth ? between(values, slice.columns(), sx, sy) : under;
        int color = GreyTable.color(slice.transform().apply(stored), state);
        boolean marked = threshold.contains(under, slice.transform().apply(under));
        image.pixels()[sy * image.width() + sx] = marked ? Tint.over(color) : color;
      }
    }
  }

  private double between(double[] values, int columns, int sx, int sy) {
    int upper = down.before[sy] * columns;
    int lower = down.after[sy] * columns;
    double right = (double) across.weight[sx] / Axis.ONE;
    double below = (double) down.weight[sy] / Axis.ONE;
    double top =
        values[upper + across.before[sx]] * (1 - right) + values[upper + across.after[sx]] * right;
    double bottom =
        values[lower + across.before[sx]] * (1 - right) + values[lower + across.after[sx]] * right;
    return top * (1 - below) + bottom * below;
  }

  private void rgb(SlicePixels.Rgb slice, ViewState state, ViewImage image) {
    boolean isSmooth = state.interpolation() == Interpolation.SMOOTH;
    int flip = state.inverted() ? 0xffffff : 0;
    int[] values = slice.values();
    for (int sy = down.from; sy < down.to; sy++) {
      int row = down.nearest[sy] * slice.columns();
      for (int sx = across.from; sx < across.to; sx++) {
        int color =
            isSmooth
                ? SmoothRows.color(values, slice.columns(), across, down, sx, sy)
                : values[row + across.nearest[sx]];
        image.pixels()[sy * image.width() + sx] = Tint.OPAQUE | ((color ^ flip) & 0xffffff);
      }
    }
  }

  private void blackAround(ViewImage image) {
    int width = image.width();
    int[] pixels = image.pixels();
    Arrays.fill(pixels, 0, down.from * width, Tint.OPAQUE);
    Arrays.fill(pixels, down.to * width, pixels.length, Tint.OPAQUE);
    for (int sy = down.from; sy < down.to; sy++) {
      Arrays.fill(pixels, sy * width, sy * width + across.from, Tint.OPAQUE);
      Arrays.fill(pixels, sy * width + across.to, (sy + 1) * width, Tint.OPAQUE);
    }
  }
}
