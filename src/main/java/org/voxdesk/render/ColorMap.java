package org.voxdesk.render;

import static org.voxdesk.render.ColorTables.line;
import static org.voxdesk.render.ColorTables.points;

/// A table of 256 colours, dark to bright, equal to Matplotlib's map of the same name; hot iron and
/// PET are the palettes of PS3.6 B.1.1 and B.1.2.
public enum ColorMap {
  GREY(ColorTables.segments(line(0, 1), line(0, 1), line(0, 1))),
  INVERTED_GREY(ColorTables.reversed(GREY.colors)),
  BONE(
      ColorTables.segments(
          points(0, 0, 0.746032, 0.652778, 1, 1),
          points(0, 0, 0.365079, 0.319444, 0.746032, 0.777778, 1, 1),
          points(0, 0, 0.365079, 0.444444, 1, 1))),
  HOT(
      ColorTables.segments(
          points(0, 0.0416, 0.365079, 1, 1, 1),
          points(0, 0, 0.365079, 0, 0.746032, 1, 1, 1),
          points(0, 0, 0.746032, 0, 1, 1))),
  HOT_IRON(ColorTables.resource("hot-iron.txt")),
  PET(ColorTables.resource("pet.txt")),
  JET(
      ColorTables.segments(
          points(0, 0, 0.35, 0, 0.66, 1, 0.89, 1, 1, 0.5),
          points(0, 0, 0.125, 0, 0.375, 1, 0.64, 1, 0.91, 0, 1, 0),
          points(0, 0.5, 0.11, 1, 0.34, 1, 0.65, 0, 1, 0))),
  VIRIDIS(ColorTables.resource("viridis.txt")),
  INFERNO(ColorTables.resource("inferno.txt")),
  COOL(ColorTables.segments(line(0, 1), line(1, 0), line(1, 1))),
  RAINBOW(
      ColorTables.functions(
          x -> Math.abs(2 * x - 0.5),
          x -> StrictMath.sin(x * Math.PI),
          x -> StrictMath.cos(x * Math.PI / 2)));

  /// Colours in a map.
  public static final int SIZE = 256;

  /// Never written to and never handed out.
  @SuppressWarnings("ImmutableEnumChecker")
  private final int[] colors;

  ColorMap(int[] colors) {
    this.colors = colors;
  }

  /// The colour at `index` (0 to 255) as 0xRRGGBB.
  public int rgb(int index) {
    return colors[index];
  }
}
