package org.voxdesk.app.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    OptionalInt nearest = OptionalInt.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int at = 0; at < images.size(); at++) {
      double distance = distance(images.get(at), point);
      if (distance < least) {
        least = distance;
        nearest = OptionalInt.of(at);
      }
    }
    return nearest;
  }

  /// Infinite where the image has no place. A place is text, which takes its time to be read.
  private static double distance(Instance image, Lps point) {
    Optional<double[]> position = image.position();
    Optional<double[]> orientation = image.orientation();
    if (position.isEmpty() || orientation.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double[] normal = SliceStack.normal(orientation.get());
    double[] p = position.get();
    return Math.abs(
        (point.x() - p[0]) * normal[0]
            + (point.y() - p[1]) * normal[1]
            + (point.z() - p[2]) * normal[2]);
  }
}
