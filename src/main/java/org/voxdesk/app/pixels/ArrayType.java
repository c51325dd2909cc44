package org.voxdesk.app.pixels;

import java.util.Optional;
import org.voxdesk.app.slice.LoadedSlice;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.export.PixelArray;

/// Shape and type of the array that an image is in other programs, as NumPy says them: what
/// `pixel_array.shape` and `pixel_array.dtype` give.
///
/// @param shape such as `(512, 512)`; frames come first where there are several, samples last
/// @param type such as `int16`
record ArrayType(String shape, String type) {
  /// The array of the slice's whole image; empty where its header is not understood.
  static Optional<ArrayType> of(LoadedSlice slice, boolean stored) {
    if (slice.frame().isEmpty()) {
      String shape = "(" + slice.pixels().rows() + ", " + slice.pixels().columns() + ")";
      return Optional.of(new ArrayType(shape, "int16"));
    }
    try {
      PixelArray array =
          stored
              ? PixelArray.stored(slice.instance().file())
              : PixelArray.rescaled(slice.instance().file());
      return Optional.of(new ArrayType(array.shapeText(), name(array.type())));
    } catch (DicomException notUnderstood) {
      return Optional.empty();
    }
  }

  private static String name(String numpy) {
    int bits = 8 * (numpy.charAt(2) - '0');
    return switch (numpy.charAt(1)) {
      case 'u' -> "uint" + bits;
      case 'i' -> "int" + bits;
      default -> "float" + bits;
    };
  }
}
