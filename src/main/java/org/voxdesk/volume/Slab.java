package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.List;

/// How thick a layer around a plane is drawn as one, and how.
///
/// The layer is the closed range of ± half of `mm` along the plane's normal. Values are taken on
/// the plane, at equal steps from it both ways, and on both faces. Where the plane runs through
/// voxel centres along an axis of the acquisition, whose spacing is then the step, the result is
/// exact: maximum and minimum of the interpolated values of the whole layer, and their mean over
/// its thickness.
///
/// @param mm thickness, 0 to [#MOST]
/// @param kind what is made of the values
public record Slab(double mm, Kind kind) {
  /// The thickest slab there is, in millimetres.
  public static final double MOST = 1000;

  /// The plane alone.
  public static final Slab THIN = new Slab(0, Kind.MEAN);

  /// What is made of the values of a layer.
  public enum Kind {
    MEAN,
    MAXIMUM,
    MINIMUM
  }

  public Slab {
    if (!(mm >= 0 && mm <= MOST)) {
      throw new IllegalArgumentException("a slab of " + mm + " mm");
    }
  }

  /// One place of the layer.
  ///
  /// @param depth millimetres from the plane along its normal
  /// @param weight its share of the thickness, by the trapezoidal rule; the weights' sum is 1
  record Sample(double depth, float weight) {}

  /// Where the layer is sampled, with at most `step` millimetres between two places.
  List<Sample> samples(double step) {
    double half = mm / 2;
    int each = (int) Math.floor(half / step + PlaneInterpolation.SNAP);
    List<Double> depths = new ArrayList<>();
    for (int s = -each; s <= each; s++) {
      depths.add(s * step);
    }
    if (half - each * step > PlaneInterpolation.SNAP * step) {
      depths.addFirst(-half);
      depths.addLast(half);
    }
    List<Sample> samples = new ArrayList<>();
    int last = depths.size() - 1;
    for (int s = 0; s <= last; s++) {
      double gap = depths.get(Math.min(s + 1, last)) - depths.get(Math.max(s - 1, 0));
      samples.add(new Sample(depths.get(s), last == 0 ? 1 : (float) (gap / 2 / mm)));
    }
    return samples;
  }
}
