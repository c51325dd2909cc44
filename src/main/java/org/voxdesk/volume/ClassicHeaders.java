package org.voxdesk.volume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.voxdesk.study.Slice;
import org.voxdesk.study.SliceStack;
import org.voxdesk.text.Sentence;

/// The spacing as the classic recipe reads it from the headers, or why that would be nonsense.
///
/// @param spacing empty where the recipe would fail, or would take millimetres that are wrong by
///   more than [#TOLERANCE]
/// @param refusal why; empty where there is a spacing
record ClassicHeaders(Optional<ClassicSpacing> spacing, Optional<Sentence> refusal) {
  /// How far the recipe's spacing may be from the true one, as a part of it.
  static final double TOLERANCE = 0.01;

  static ClassicHeaders of(SliceStack stack) {
    List<Slice> byNumber = new ArrayList<>(stack.slices());
    if (!stack.leftOut().isEmpty()) {
      return refused("classic.mixed", stack.leftOut().size());
    }
    if (byNumber.size() < 2) {
      return refused("classic.single");
    }
    if (byNumber.stream().anyMatch(slice -> slice.image().frames() > 1)) {
      return refused("classic.frames");
    }
    if (byNumber.stream().anyMatch(slice -> slice.number().isEmpty())) {
      return refused("classic.no.numbers");
    }
    byNumber.sort(Comparator.comparingInt(slice -> slice.number().orElseThrow()));
    double[] pixel = byNumber.get(0).pixelSpacing().orElseThrow();
    double z = Math.abs(height(byNumber.get(0)) - height(byNumber.get(1)));
    return checked(stack, pixel, z);
  }

  private static ClassicHeaders checked(SliceStack stack, double[] pixel, double z) {
    double usual = stack.usualStep().orElseThrow();
    if (z == 0) {
      return refused("classic.no.z");
    }
    if (!stack.isEven()) {
      return refused("classic.uneven", rounded(z));
    }
    if (differs(z, usual)) {
      return refused("classic.wrong.step", rounded(z), rounded(usual));
    }
    if (differs(pixel[0], pixel[1])) {
      return refused("classic.pixels", rounded(pixel[0]), rounded(pixel[1]));
    }
    return new ClassicHeaders(
        Optional.of(new ClassicSpacing(pixel[0], pixel[1], z)), Optional.empty());
  }

  private static boolean differs(double taken, double real) {
    return Math.abs(taken - real) > TOLERANCE * real;
  }

  private static ClassicHeaders refused(String key, Object... arguments) {
    return new ClassicHeaders(Optional.empty(), Optional.of(Sentence.of(key, arguments)));
  }

  private static String rounded(double millimetres) {
    return String.format(Locale.ROOT, "%.4g", millimetres);
  }

  private static double height(Slice slice) {
    return slice.position().orElseThrow()[2];
  }
}
