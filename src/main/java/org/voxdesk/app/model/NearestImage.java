package org.voxdesk.app.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.volume.Lps;

/// Finds the image that shows a point.
public final class NearestImage {
  private NearestImage() {}

  /// The image whose plane passes nearest to a point; empty where no image has a place.
  static Optional<Instance> of(Series series, Lps point) {
    List<Instance> images = series.instances();
    return at(images, point).stream().mapToObj(images::get).findFirst();
  }

  /// Which of the images passes nearest to a point, counted from 0; empty where none has a place.
  public static OptionalInt at(List<Instance> images, Lps point) {
    return IntStream.range(0, images.size())
        .filter(at -> hasPlace(images.get(at)))
        .boxed()
        .min(Comparator.comparingDouble(at -> distance(images.get(at), point)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static boolean hasPlace(Instance image) {
    return image.position().isPresent() && image.orientation().isPresent();
  }

  private static double distance(Instance image, Lps point) {
    double[] normal = SliceStack.normal(image.orientation().orElseThrow());
    double[] p = image.position().orElseThrow();
    return Math.abs(
        (point.x() - p[0]) * normal[0]
            + (point.y() - p[1]) * normal[1]
            + (point.z() - p[2]) * normal[2]);
  }
}
