package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.study.Slice;
import org.voxdesk.study.SliceStack;

/// How many output units a number of a volume counts.
final class OutputStep {
  /// How far from a whole number of steps an intercept may be that was written in decimals.
  private static final double NEAR = 1e-6;

  private OutputStep() {}

  /// Whether every output value is a whole number, as the headers have it.
  static boolean isWhole(SliceStack stack) {
    return !hasFloats(stack)
        && transforms(stack).stream()
            .allMatch(t -> t.table().isPresent() || (isWhole(t.slope()) && isWhole(t.intercept())));
  }

  private static boolean hasFloats(SliceStack stack) {
    return stack.slices().stream()
        .map(Slice::dataSet)
        .anyMatch(
            slice ->
                slice.contains(Tag.FLOAT_PIXEL_DATA)
                    || slice.contains(Tag.DOUBLE_FLOAT_PIXEL_DATA));
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number);
  }

  /// The slope where all slices have the same and int16 holds the whole numbers that are stored;
  /// else as fine as int16 allows.
  ///
  /// @param largest the largest magnitude of an output value
  static double of(SliceStack stack, double largest) {
    List<ModalityTransform> transforms = transforms(stack);
    if (!transforms.isEmpty() && !hasFloats(stack)) {
      ModalityTransform first = transforms.getFirst();
      double slope = Math.abs(first.slope());
      double steps = first.intercept() / slope;
      boolean exact =
          transforms.stream().allMatch(first::equals)
              && first.table().isEmpty()
              && Math.abs(steps - Math.rint(steps)) < NEAR
              && largest / slope <= Short.MAX_VALUE;
      if (exact) {
        return slope;
      }
    }
    return largest > 0 ? largest / Short.MAX_VALUE : 1;
  }

  /// Those that make sense; a slice without one cannot be read.
  private static List<ModalityTransform> transforms(SliceStack stack) {
    var transforms = new ArrayList<ModalityTransform>();
    for (Slice slice : stack.slices()) {
      try {
        transforms.add(ModalityTransform.of(slice.dataSet()));
      } catch (DicomException unreadable) {
        // Told where its pixels are read.
      }
    }
    return transforms;
  }
}
