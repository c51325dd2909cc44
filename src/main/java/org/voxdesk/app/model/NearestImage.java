package org.voxdesk.app.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.voxdesk.study.Instance;
import org.voxdesk.study.Series;
import org.voxdesk.study.SliceStack;
import org.voxdesk.volume.Lps;

/// Finds the image that shows a point.
public final class NearestImage {
  private NearestImage() {}

  /// The image whose plane passes nearest to a point; empty where no image has a place.
  static Optional<Instance> of(Series series, Lps point) {
    return of(series.instances().stream(), point);
  }

  /// The image whose plane passes nearest to a point; empty where none of them has a place.
  public static Optional<Instance> of(Stream<Instance> images, Lps point) {
    return images
        .filter(i -> i.position().isPresent() && i.orientation().isPresent())
        .min(Comparator.comparingDouble(i -> distance(i, point)));
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
