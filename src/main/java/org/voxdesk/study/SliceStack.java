package org.voxdesk.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.text.Sentence;

/// The slices of a series that lie above each other, sorted along their common normal, and what is
/// remarkable about how they lie. Multi-frame images with functional groups give a slice a frame.
///
/// @param slices ascending along the normal row × column, at least one, all of one size and
///   orientation
/// @param heights position of each slice along the normal, LPS millimetres, strictly ascending
/// @param leftOut images of the series that are no part of the stack, and why
/// @param findings gaps, uneven spacing, tilt and rescaling, a sentence each; none for an even
///   stack
public record SliceStack(
    List<Slice> slices, List<Double> heights, List<LeftOut> leftOut, List<Sentence> findings) {
  /// Slices closer than this, in millimetres, are at the same place.
  static final double SAME_PLACE = 1e-3;

  public SliceStack {
    slices = List.copyOf(slices);
    heights = List.copyOf(heights);
    leftOut = List.copyOf(leftOut);
    findings = List.copyOf(findings);
  }

  /// The stack that most images of the series belong to.
  ///
  /// @throws DicomException if no image has a size, position, orientation and pixel spacing
  public static SliceStack of(Series series) throws DicomException {
    var leftOut = new ArrayList<LeftOut>();
    var placed = new ArrayList<Shaped>();
    for (Instance instance : series.instances()) {
      for (Slice slice : Slice.of(instance)) {
        Optional<Sentence> refusal = Refusal.of(slice);
        if (refusal.isPresent()) {
          leftOut.add(new LeftOut(instance.path(), refusal.get()));
        } else {
          placed.add(new Shaped(slice, Shape.of(slice.described())));
        }
      }
    }
    if (placed.isEmpty()) {
      throw new DicomException(
          leftOut.isEmpty() ? Sentence.of("stack.none") : leftOut.getFirst().reason());
    }
    Shape usual = mostFrequent(placed);
    var candidates = new ArrayList<Slice>();
    for (Shaped one : placed) {
      if (one.shape().equals(usual)) {
        candidates.add(one.slice());
      } else {
        leftOut.add(new LeftOut(one.slice().path(), difference(one.slice(), one.shape(), usual)));
      }
    }
    return assemble(candidates, leftOut);
  }

  private record Shaped(Slice slice, Shape shape) {}

  private record Placed(Slice slice, double height) {}

  private static SliceStack assemble(List<Slice> candidates, List<LeftOut> leftOut) {
    double[] normal = Planes.normal(candidates.getFirst().orientation().orElseThrow());
    var slices = new ArrayList<Slice>();
    var heights = new ArrayList<Double>();
    for (Placed placed : sorted(candidates, normal)) {
      Slice slice = placed.slice();
      if (!slices.isEmpty() && placed.height() - heights.getLast() < SAME_PLACE) {
        leftOut.add(new LeftOut(slice.path(), samePlace(slice, slices.getLast())));
      } else {
        slices.add(slice);
        heights.add(placed.height());
      }
    }
    double usual = usualStep(heights).orElse(0.0);
    return new SliceStack(
        slices, heights, leftOut, StackFindings.of(slices, heights, normal, usual));
  }

  private static Sentence samePlace(Slice slice, Slice other) {
    return Sentence.of("stack.same.place", slice.name(), shortName(other));
  }

  private static Object shortName(Slice slice) {
    Object file = String.valueOf(slice.path().getFileName());
    return slice.image().frames() == 1 ? file : Sentence.of("slice.frame", file, slice.frame() + 1);
  }

  private static Shape mostFrequent(List<Shaped> placed) {
    var counts = new HashMap<Shape, Integer>();
    placed.forEach(one -> counts.merge(one.shape(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Shape, Integer>comparingByValue()
                .thenComparingLong(entry -> entry.getKey().area()))
        .orElseThrow()
        .getKey();
  }

  private static Sentence difference(Slice slice, Shape shape, Shape usual) {
    if (!shape.hasSizeOf(usual)) {
      return Sentence.of(
          "stack.other.size",
          slice.name(),
          shape.columns(),
          shape.rows(),
          usual.columns(),
          usual.rows());
    }
    return shape.orientation().equals(usual.orientation())
        ? Sentence.of("stack.other.spacing", slice.name())
        : Sentence.of("stack.other.orientation", slice.name());
  }

  /// Along the normal; images at one place by their number, then by file and frame.
  private static List<Placed> sorted(List<Slice> candidates, double[] normal) {
    return candidates.stream()
        .map(slice -> new Placed(slice, Planes.height(slice.position().orElseThrow(), normal)))
        .sorted(
            Comparator.comparingDouble(Placed::height)
                .thenComparing(
                    Placed::slice,
                    Comparator.<Slice>comparingInt(s -> s.number().orElse(Integer.MAX_VALUE))
                        .thenComparing(Slice::path)
                        .thenComparingInt(Slice::frame)))
        .toList();
  }

  /// The unit vector row × column of Image Orientation (Patient).
  public static double[] normal(double[] orientation) {
    return Planes.normal(orientation);
  }

  /// The step between slices that half of the steps do not exceed, in millimetres; empty for one
  /// slice.
  public Optional<Double> usualStep() {
    return usualStep(heights);
  }

  /// The step between heights, ascending, that half of the steps do not exceed; empty for fewer
  /// than two.
  public static Optional<Double> usualStep(List<Double> heights) {
    double[] steps = new double[Math.max(0, heights.size() - 1)];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = heights.get(k + 1) - heights.get(k);
    }
    Arrays.sort(steps);
    return steps.length == 0 ? Optional.empty() : Optional.of(steps[(steps.length - 1) / 2]);
  }

  /// Whether a step is a gap where slices are missing, the usual one being that.
  public static boolean isGap(double step, double usual) {
    return step > StackFindings.GAP * usual;
  }

  /// True when no step differs from the usual one.
  public boolean isEven() {
    double step = usualStep().orElse(0.0);
    for (int k = 1; k < heights.size(); k++) {
      if (Math.abs(heights.get(k) - heights.get(k - 1) - step) > StackFindings.UNEVEN * step) {
        return false;
      }
    }
    return true;
  }
}
