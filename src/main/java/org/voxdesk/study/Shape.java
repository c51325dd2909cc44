package org.voxdesk.study;

import java.util.Arrays;
import java.util.List;
import org.voxdesk.dicom.Tag;

/// What slices of one stack have in common. Numbers are compared as far as devices write them
/// alike: direction cosines to 0.001, spacing to 0.0001 mm.
///
/// @param rows pixels in a column
/// @param columns pixels in a row
/// @param orientation Image Orientation (Patient) in thousandths; empty where there is none
/// @param spacing Pixel Spacing in ten thousandths of a millimetre; empty where there is none
record Shape(int rows, int columns, List<Long> orientation, List<Long> spacing) {
  static Shape of(Instance image) {
    return new Shape(
        image.dataSet().integer(Tag.ROWS).orElse(0),
        image.dataSet().integer(Tag.COLUMNS).orElse(0),
        image.orientation().map(o -> rounded(o, 1e3)).orElse(List.of()),
        image.pixelSpacing().map(s -> rounded(s, 1e4)).orElse(List.of()));
  }

  private static List<Long> rounded(double[] numbers, double scale) {
    return Arrays.stream(numbers).mapToObj(n -> Math.round(n * scale)).toList();
  }

  /// Pixels of an image.
  long area() {
    return (long) rows * columns;
  }

  boolean hasSizeOf(Shape other) {
    return rows == other.rows && columns == other.columns;
  }
}
