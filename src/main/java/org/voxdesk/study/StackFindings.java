package org.voxdesk.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.voxdesk.dicom.Tag;
import org.voxdesk.text.Sentence;

/// What is remarkable about how the slices of a stack lie and how their values are rescaled, a
/// sentence each. Slices are counted from 1, ascending.
final class StackFindings {
  /// Steps that differ from the usual one by more than this part of it are uneven.
  static final double UNEVEN = 0.01;

  /// A step of more than this many times the usual one is a gap where slices are missing. A little
  /// more than one and a half, which steps that follow a pattern often are, and which rounding
  /// would put on this side or that.
  static final double GAP = 1.5 + UNEVEN;

  private static final double TILT_DEGREES = 0.1;

  /// More uneven steps than these are not named one by one.
  private static final int NAMED = 6;

  private static final String[] AXES = {"x", "y", "z"};

  private final List<Slice> slices;
  private final List<Double> heights;
  private final double[] normal;
  private final double usual;
  private final List<Sentence> findings = new ArrayList<>();

  private StackFindings(
      List<Slice> slices, List<Double> heights, double[] normal, double usualStep) {
    this.slices = slices;
    this.heights = heights;
    this.normal = normal;
    this.usual = usualStep;
  }

  /// @param usualStep the step that half of the steps do not exceed; 0 for a single slice
  static List<Sentence> of(
      List<Slice> slices, List<Double> heights, double[] normal, double usualStep) {
    var all = new StackFindings(slices, heights, normal, usualStep);
    all.steps();
    all.tilt().ifPresent(all.findings::add);
    if (slices.size() == 1) {
      all.findings.add(Sentence.of("stack.single"));
    }
    all.rescale();
    return List.copyOf(all.findings);
  }

  private void steps() {
    var uneven = new ArrayList<Integer>();
    for (int k = 1; k < heights.size(); k++) {
      double step = step(k);
      if (SliceStack.isGap(step, usual)) {
        gap(k, Math.round(step / usual) - 1);
      } else if (Math.abs(step - usual) > UNEVEN * usual) {
        uneven.add(k);
      }
    }
    if (uneven.size() <= NAMED) {
      for (int k : uneven) {
        findings.add(
            Sentence.of("stack.step", k + 1, place(k), rounded(step(k)), k, rounded(usual)));
      }
    } else {
      double least = uneven.stream().mapToDouble(this::step).min().orElseThrow();
      double most = uneven.stream().mapToDouble(this::step).max().orElseThrow();
      findings.add(
          Sentence.of(
              "stack.uneven", uneven.size(), rounded(usual), rounded(least), rounded(most)));
    }
  }

  private void gap(int k, long missing) {
    Sentence where = Sentence.of("stack.between", k, place(k - 1), k + 1, place(k));
    findings.add(
        missing == 1
            ? Sentence.of("stack.gap.one", where)
            : Sentence.of("stack.gap", missing, where));
  }

  private double step(int k) {
    return heights.get(k) - heights.get(k - 1);
  }

  /// The coordinate along which the slices follow each other most, such as `z -172.5`.
  private String place(int k) {
    int axis = Planes.mainAxis(normal);
    return AXES[axis] + " " + rounded(slices.get(k).position().orElseThrow()[axis]);
  }

  /// The angle between the normal and the way from the first slice to the last.
  private Optional<Sentence> tilt() {
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

  private void rescale() {
    if (slices.stream().anyMatch(slice -> number(slice, Tag.RESCALE_SLOPE, 1) == 0)) {
      findings.add(Sentence.of("stack.slope.zero"));
    }
    range(Tag.RESCALE_SLOPE, 1, "stack.slopes");
    range(Tag.RESCALE_INTERCEPT, 0, "stack.intercepts");
    long without = slices.stream().filter(StackFindings::lacksRescale).count();
    if (without > 0) {
      findings.add(Sentence.of("stack.no.rescale", without, slices.size()));
    }
  }

  private void range(Tag tag, double absent, String key) {
    double least = slices.stream().mapToDouble(s -> number(s, tag, absent)).min().orElseThrow();
    double most = slices.stream().mapToDouble(s -> number(s, tag, absent)).max().orElseThrow();
    if (least != most) {
      findings.add(Sentence.of(key, least, most));
    }
  }

  private static double number(Slice slice, Tag tag, double absent) {
    OptionalDouble number = slice.dataSet().number(tag);
    return number.orElse(absent);
  }

  /// A CT image without Rescale Slope is not in Hounsfield units, or nobody says so.
  private static boolean lacksRescale(Slice slice) {
    return slice.text(Tag.MODALITY).equals("CT")
        && (slice.text(Tag.RESCALE_SLOPE).isEmpty() || slice.text(Tag.RESCALE_INTERCEPT).isEmpty());
  }

  private static double rounded(double millimetres) {
    return Math.round(millimetres * 100) / 100.0;
  }
}
