package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.voxdesk.study.Slice;
import org.voxdesk.study.SliceStack;

/// The spacing as the classic recipe reads it from the headers.
final class ClassicHeaders {
  private ClassicHeaders() {}

  /// Empty where the recipe itself would fail: images that do not belong together, no Instance
  /// Numbers, several frames in one image, fewer than two slices, no positions.
  static Optional<ClassicSpacing> spacing(SliceStack stack) {
    List<Slice> byNumber = new ArrayList<>(stack.slices());
    if (!stack.leftOut().isEmpty()
        || byNumber.size() < 2
        || byNumber.stream().anyMatch(slice -> slice.image().frames() > 1)
        || byNumber.stream().anyMatch(slice -> slice.number().isEmpty())) {
      return Optional.empty();
    }
    byNumber.sort(Comparator.comparingInt(slice -> slice.number().orElseThrow()));
    Slice first = byNumber.get(0);
    Slice second = byNumber.get(1);
    double[] spacing = first.pixelSpacing().orElseThrow();
    double z = Math.abs(height(first) - height(second));
    return z > 0 ? Optional.of(new ClassicSpacing(spacing[0], spacing[1], z)) : Optional.empty();
  }

  private static double height(Slice slice) {
    return slice.position().orElseThrow()[2];
  }
}
