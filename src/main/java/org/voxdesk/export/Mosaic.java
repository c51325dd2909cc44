package org.voxdesk.export;

import org.voxdesk.volume.Cube;
import org.voxdesk.volume.GreyWindow;

/// How the slices of a cube are laid out in one picture: slice z in row `z / columns`, column `z
/// mod columns`, ascending, without gaps.
public record Mosaic(int columns, int rows) {
  /// The layout nearest to a square: exact where the number of slices allows one at most twice as
  /// wide as high (8 × 8 for 64, 8 × 6 for 48), otherwise with black tiles at the end.
  public static Mosaic of(int slices) {
    int root = (int) Math.sqrt(slices);
    for (int rows = root; 2 * rows * rows >= slices; rows--) {
      if (slices % rows == 0) {
        return new Mosaic(slices / rows, rows);
      }
    }
    int columns = (int) Math.ceil(Math.sqrt(slices));
    return new Mosaic(columns, (slices + columns - 1) / columns);
  }

  /// Whether there is a tile for each slice, and no row without any.
  public boolean fits(int slices) {
    return columns > 0
        && rows > 0
        && (long) columns * rows >= slices
        && (long) columns * (rows - 1) < slices;
  }

  /// Draws a cube.
  ///
  /// @throws IllegalArgumentException if the layout has too few tiles
  public GreyImage draw(Cube cube, GreyWindow window) {
    int size = cube.size();
    if (columns * rows < size) {
      throw new IllegalArgumentException(columns + " x " + rows + " tiles for " + size + " slices");
    }
    byte[] grey = new byte[size * size * size];
    GreyWindow.apply(window.table(), cube.values(), grey);
    int width = columns * size;
    byte[] pixels = new byte[width * rows * size];
    for (int z = 0; z < size; z++) {
      int corner = (z / columns) * size * width + (z % columns) * size;
      for (int y = 0; y < size; y++) {
        System.arraycopy(grey, (z * size + y) * size, pixels, corner + y * width, size);
      }
    }
    return new GreyImage(width, rows * size, pixels);
  }
}
