package org.voxdesk.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.voxdesk.dicom.DicomException;
import org.voxdesk.dicom.Tag;
import org.voxdesk.io.Problem;
import org.voxdesk.text.Sentence;

/// The slices of a series that lie above each other, sorted along their common normal, and what is
/// remarkable about how they lie.
///
/// @param slices ascending along the normal row × column, at least one, all of one size and
///   orientation
/// @param heights position of each slice along the normal, LPS millimetres, strictly ascending
/// @param leftOut images of the series that are no part of the stack, and why
/// @param findings gaps, uneven spacing and tilt, a sentence each; none for an even stack
public record SliceStack(
    List<Instance> slices, List<Double> heights, List<LeftOut> leftOut, List<Sentence> findings) {
  /// Slices closer than this, in millimetres, are at the same place.
  private static final double SAME_PLACE = 1e-3;

  /// Steps that differ from the usual one by more than this part of it are uneven.
  private static final double UNEVEN = 0.01;

  /// A step this many times the usual one is a gap where slices are missing.
  private static final double GAP = 1.5;

  private static final double TILT_DEGREES = 0.1;

  public SliceStack {
    slices = List.copyOf(slices);
    heights = List.copyOf(heights);
    leftOut = List.copyOf(leftOut);
    findings = List.copyOf(findings);
  }

  /// What slices of one stack have in common.
  private record Shape(int rows, int columns, List<Long> orientation, List<Long> spacing) {}

  /// The stack that most images of the series belong to.
  ///
  /// @throws DicomException if no image has a size, position, orientation and pixel spacing
  public static SliceStack of(Series series) throws DicomException {
    var leftOut = new ArrayList<LeftOut>();
    var shapes = new IdentityHashMap<Instance, Shape>();
    for (Instance instance : series.instances()) {
      Optional<Sentence> missing = missing(instance);
      if (missing.isPresent()) {
        leftOut.add(new LeftOut(instance.path(), missing.get()));
      } else {
        shapes.put(instance, shape(instance));
      }
    }
    if (shapes.isEmpty()) {
      throw new DicomException(
          leftOut.isEmpty() ? Sentence.of("stack.none") : leftOut.getFirst().reason());
    }
    Shape usual = mostFrequent(shapes);
    var candidates = new ArrayList<Instance>();
    for (Instance instance : series.instances()) {
      Shape shape = shapes.get(instance);
      if (shape != null && shape.equals(usual)) {
        candidates.add(instance);
      } else if (shape != null) {
        leftOut.add(new LeftOut(instance.path(), difference(instance, shape, usual)));
      }
    }
    double[] normal = normal(candidates.getFirst().orientation().orElseThrow());
    return assemble(sorted(candidates, normal), normal, leftOut);
  }

  private static SliceStack assemble(
      List<Instance> sorted, double[] normal, List<LeftOut> leftOut) {
    var slices = new ArrayList<Instance>();
    var heights = new ArrayList<Double>();
    for (Instance instance : sorted) {
      double height = height(instance, normal);
      if (!slices.isEmpty() && height - heights.getLast() < SAME_PLACE) {
        leftOut.add(
            new LeftOut(
                instance.path(),
                Sentence.of(
                    "stack.same.place", instance.path(), slices.getLast().path().getFileName())));
      } else {
        slices.add(instance);
        heights.add(height);
      }
    }
    return new SliceStack(slices, heights, leftOut, findings(slices, heights, normal));
  }

  private static Optional<Sentence> missing(Instance instance) {
    if (!instance.hasPixels()) {
      return Optional.of(Sentence.of("stack.no.pixels", instance.path()));
    }
    if (instance.dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1) > 1) {
      return Optional.of(Sentence.of("stack.frames", instance.path()));
    }
    Optional<Problem> cutOff = cutOff(instance);
    if (cutOff.isPresent()) {
      return Optional.of(Sentence.of("stack.cut.off", instance.path(), cutOff.get().message()));
    }
    Tag absent =
        instance.position().isEmpty()
            ? Tag.IMAGE_POSITION_PATIENT
            : instance.orientation().filter(SliceStack::isRightAngled).isEmpty()
                ? Tag.IMAGE_ORIENTATION_PATIENT
                : instance.pixelSpacing().isEmpty() ? Tag.PIXEL_SPACING : Tag.PIXEL_DATA;
    return absent.equals(Tag.PIXEL_DATA)
        ? Optional.empty()
        : Optional.of(Sentence.of("stack.missing", instance.path(), absent));
  }

  /// The file ends inside its pixels.
  private static Optional<Problem> cutOff(Instance instance) {
    return instance.file().problems().stream()
        .filter(problem -> problem.code() == Problem.Code.VALUE_TRUNCATED)
        .filter(problem -> problem.tag().filter(Tag.PIXEL_DATA::equals).isPresent())
        .findFirst();
  }

  static boolean isRightAngled(double[] o) {
    double row = Math.sqrt(o[0] * o[0] + o[1] * o[1] + o[2] * o[2]);
    double column = Math.sqrt(o[3] * o[3] + o[4] * o[4] + o[5] * o[5]);
    double dot = o[0] * o[3] + o[1] * o[4] + o[2] * o[5];
    return Math.abs(row - 1) < 0.01 && Math.abs(column - 1) < 0.01 && Math.abs(dot) < 0.01;
  }

  private static Shape shape(Instance instance) {
    return new Shape(
        instance.dataSet().integer(Tag.ROWS).orElse(0),
        instance.dataSet().integer(Tag.COLUMNS).orElse(0),
        rounded(instance.orientation().orElseThrow(), 1e3),
        rounded(instance.pixelSpacing().orElseThrow(), 1e4));
  }

  private static List<Long> rounded(double[] numbers, double scale) {
    return Arrays.stream(numbers).mapToObj(n -> Math.round(n * scale)).toList();
  }

  private static Shape mostFrequent(Map<Instance, Shape> shapes) {
    var counts = new HashMap<Shape, Integer>();
    shapes.values().forEach(shape -> counts.merge(shape, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Shape, Integer>comparingByValue()
                .thenComparingLong(e -> (long) e.getKey().rows() * e.getKey().columns()))
        .orElseThrow()
        .getKey();
  }

  private static Sentence difference(Instance instance, Shape shape, Shape usual) {
    if (shape.rows() != usual.rows() || shape.columns() != usual.columns()) {
      return Sentence.of(
          "stack.other.size",
          instance.path(),
          shape.columns(),
          shape.rows(),
          usual.columns(),
          usual.rows());
    }
    return shape.orientation().equals(usual.orientation())
        ? Sentence.of("stack.other.spacing", instance.path())
        : Sentence.of("stack.other.orientation", instance.path());
  }

  /// The unit vector row × column.
  public static double[] normal(double[] o) {
    double x = o[1] * o[5] - o[2] * o[4];
    double y = o[2] * o[3] - o[0] * o[5];
    double z = o[0] * o[4] - o[1] * o[3];
    double length = Math.sqrt(x * x + y * y + z * z);
    return new double[] {x / length, y / length, z / length};
  }

  private static double height(Instance instance, double[] normal) {
    return height(instance.position().orElseThrow(), normal);
  }

  static double height(double[] p, double[] normal) {
    // The last term makes 0 of -0.
    return p[0] * normal[0] + p[1] * normal[1] + p[2] * normal[2] + 0.0;
  }

  /// Along the normal; images at one place by their number.
  private static List<Instance> sorted(List<Instance> placed, double[] normal) {
    var heights = new IdentityHashMap<Instance, Double>();
    placed.forEach(instance -> heights.put(instance, height(instance, normal)));
    return placed.stream()
        .sorted(
            Comparator.<Instance>comparingDouble(instance -> heights.getOrDefault(instance, 0.0))
                .thenComparing(byNumber()))
        .toList();
  }

  private static Comparator<Instance> byNumber() {
    return Comparator.comparingInt((Instance i) -> i.number().orElse(Integer.MAX_VALUE))
        .thenComparing(Instance::path);
  }

  /// The step between slices that half of the steps do not exceed, in millimetres; empty for one
  /// slice.
  public Optional<Double> usualStep() {
    return usualStep(heights);
  }

  private static Optional<Double> usualStep(List<Double> heights) {
    double[] steps = new double[Math.max(0, heights.size() - 1)];
    for (int k = 0; k < steps.length; k++) {
      steps[k] = heights.get(k + 1) - heights.get(k);
    }
    Arrays.sort(steps);
    return steps.length == 0 ? Optional.empty() : Optional.of(steps[(steps.length - 1) / 2]);
  }

  /// True when no step differs from the usual one.
  public boolean isEven() {
    double step = usualStep().orElse(0.0);
    for (int k = 1; k < heights.size(); k++) {
      if (Math.abs(heights.get(k) - heights.get(k - 1) - step) > UNEVEN * step) {
        return false;
      }
    }
    return true;
  }

  private static List<Sentence> findings(
      List<Instance> slices, List<Double> heights, double[] normal) {
    var findings = new ArrayList<Sentence>();
    double usual = usualStep(heights).orElse(0.0);
    int uneven = 0;
    for (int k = 1; k < heights.size(); k++) {
      double step = heights.get(k) - heights.get(k - 1);
      if (step > GAP * usual) {
        findings.add(
            Sentence.of(
                "stack.gap",
                Math.round(step / usual) - 1,
                millimetres(heights.get(k - 1)),
                millimetres(heights.get(k))));
      } else if (Math.abs(step - usual) > UNEVEN * usual) {
        uneven++;
      }
    }
    if (uneven > 0) {
      findings.add(Sentence.of("stack.uneven", uneven, millimetres(usual)));
    }
    tilt(slices, heights, normal).ifPresent(findings::add);
    return findings;
  }

  /// The angle between the normal and the way from the first slice to the last.
  private static Optional<Sentence> tilt(
      List<Instance> slices, List<Double> heights, double[] normal) {
    double[] first = slices.getFirst().position().orElseThrow();
    double[] last = slices.getLast().position().orElseThrow();
    double along = heights.getLast() - heights.getFirst();
    double sideways = 0;
    for (int axis = 0; axis < 3; axis++) {
      double off = last[axis] - first[axis] - along * normal[axis];
      sideways += off * off;
    }
    double degrees = Math.toDegrees(Math.atan2(Math.sqrt(sideways), along));
    return along > 0 && degrees > TILT_DEGREES
        ? Optional.of(Sentence.of("stack.tilted", Math.round(degrees * 10) / 10.0))
        : Optional.empty();
  }

  private static double millimetres(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
