package org.voxdesk.study;

import java.util.Arrays;
import java.util.List;

/// How far images lie along a common normal, ascending, in millimetres; those without a place are
/// passed over.
final class Places {
  private final double[] heights;
  private final double step;

  private Places(double[] heights) {
    this.heights = heights;
    this.step = SliceStack.usualStep(Arrays.stream(heights).boxed().toList()).orElse(0.0);
  }

  static Places along(double[] normal, List<Listed> images) {
    return new Places(
        images.stream()
            .filter(Listed::isPlaced)
            .mapToDouble(image -> Planes.height(image.position().orElseThrow(), normal))
            .sorted()
            .toArray());
  }

  /// Along the normal of the first that has a place.
  static Places of(List<Listed> images) {
    return images.stream()
        .filter(Listed::isPlaced)
        .findFirst()
        .map(first -> along(first.normal().orElseThrow(), images))
        .orElseGet(() -> new Places(new double[0]));
  }

  /// How many images lie where another one lies already.
  int repeated() {
    int repeated = 0;
    for (int i = 1; i < heights.length; i++) {
      if (heights[i] - heights[i - 1] < SliceStack.SAME_PLACE) {
        repeated++;
      }
    }
    return repeated;
  }

  /// How many places there are.
  int count() {
    return heights.length - repeated();
  }

  /// Whether an image at `height` would go between these, or next to the outermost, where none is.
  boolean hasHoleAt(double height) {
    return step > 0
        && height > heights[0] - 1.5 * step
        && height < heights[heights.length - 1] + 1.5 * step
        && Arrays.stream(heights).allMatch(h -> Math.abs(h - height) > step / 4);
  }
}
