package org.voxdesk.render;

/// Which pixels of a slice an overlay marks.
///
/// @param marks not 0 where it does, `[row * columns + column]`; shared, and only read
@SuppressWarnings("ArrayRecordComponent")
public record OverlayMask(int columns, int rows, byte[] marks) {
  public OverlayMask {
    if (columns < 1 || rows < 1 || (long) columns * rows != marks.length) {
      throw new IllegalArgumentException(columns + " × " + rows + " marks in " + marks.length);
    }
  }
}
