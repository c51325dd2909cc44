package org.voxdesk.app.slice;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.voxdesk.pixel.ModalityTransform;
import org.voxdesk.pixel.PixelPadding;
import org.voxdesk.render.SlicePixels;
import org.voxdesk.render.Window;

/// Windows between two shares of a slice's values. Padding is not counted unless there is nothing
/// else, nor is what is no number.
record Percentiles(
    SlicePixels pixels, ModalityTransform transform, Optional<PixelPadding> padding) {
  /// The window between shares `low` and `high`, 0 to 1: linear for whole numbers, else exactly
  /// from the one to the other.
  Window window(double low, double high) {
    return switch (pixels) {
      case SlicePixels.Shorts shorts -> of(sortedOutputs(shorts), low, high);
      case SlicePixels.Doubles doubles -> of(sortedOutputs(doubles), low, high);
      case SlicePixels.Rgb rgb -> new Window(127.5, 256);
    };
  }

  /// The window from the smallest to the largest value, without putting them in order.
  Window extent() {
    return switch (pixels) {
      case SlicePixels.Shorts shorts -> extent(kinds(shorts));
      case SlicePixels.Doubles doubles -> extent(counted(doubles));
      case SlicePixels.Rgb rgb -> new Window(127.5, 256);
    };
  }

  private Window extent(double[] stored) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean whole = transform.isWhole();
    for (double value : stored) {
      double output = transform.apply(value);
      low = Math.min(low, output);
      high = Math.max(high, output);
      whole &= value == Math.rint(value);
    }
    boolean any = low <= high;
    return whole
        ? Window.between(any ? low : 0, any ? high : 0)
        : Window.exactlyBetween(any ? low : 0, any ? high : 0);
  }

  /// Output values in ascending order with how many pixels have each and all before it.
  @SuppressWarnings("ArrayRecordComponent")
  private record Ranked(double[] outputs, long[] upTo, boolean whole) {
    double at(double share) {
      if (outputs.length == 0) {
        return 0;
      }
      long rank = Math.round(share * (upTo[upTo.length - 1] - 1));
      int found = Arrays.binarySearch(upTo, rank);
      return outputs[found >= 0 ? found + 1 : -found - 1];
    }
  }

  private static Window of(Ranked ranked, double low, double high) {
    double from = ranked.at(low);
    double to = ranked.at(high);
    return ranked.whole() ? Window.between(from, to) : Window.exactlyBetween(from, to);
  }

  private Ranked sortedOutputs(SlicePixels.Doubles doubles) {
    double[] stored = counted(doubles);
    boolean whole = transform.isWhole() && Arrays.stream(stored).allMatch(v -> v == Math.rint(v));
    for (int i = 0; i < stored.length; i++) {
      stored[i] = transform.apply(stored[i]);
    }
    Arrays.sort(stored);
    long[] upTo = new long[stored.length];
    Arrays.setAll(upTo, i -> i + 1L);
    return new Ranked(stored, upTo, whole);
  }

  private double[] counted(SlicePixels.Doubles doubles) {
    double[] stored =
        Arrays.stream(doubles.values()).filter(isCounted()).filter(Double::isFinite).toArray();
    return stored.length > 0
        ? stored
        : Arrays.stream(doubles.values()).filter(Double::isFinite).toArray();
  }

  /// Each stored value that occurs, once.
  private double[] kinds(SlicePixels.Shorts shorts) {
    int[] counts = counts(shorts);
    int lowest = shorts.signed() ? Short.MIN_VALUE : 0;
    DoublePredicate counted = isCounted();
    double[] kinds =
        IntStream.range(0, counts.length)
            .filter(at -> counts[at] > 0 && counted.test(lowest + at))
            .mapToDouble(at -> lowest + at)
            .toArray();
    return kinds.length > 0
        ? kinds
        : new Percentiles(pixels, transform, Optional.empty()).kinds(shorts);
  }

  private Ranked sortedOutputs(SlicePixels.Shorts shorts) {
    int[] counts = counts(shorts);
    int lowest = shorts.signed() ? Short.MIN_VALUE : 0;
    double[] outputs = new double[counts.length];
    long[] upTo = new long[counts.length];
    DoublePredicate counted = isCounted();
    int kinds = 0;
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] > 0 && counted.test(lowest + at)) {
        outputs[kinds] = transform.apply(lowest + at);
        upTo[kinds++] = counts[at];
      }
    }
    if (kinds == 0) {
      return new Percentiles(pixels, transform, Optional.empty()).sortedOutputs(shorts);
    }
    return ranked(Arrays.copyOf(outputs, kinds), Arrays.copyOf(upTo, kinds));
  }

  private static int[] counts(SlicePixels.Shorts shorts) {
    int[] counts = new int[1 << 16];
    int flip = shorts.signed() ? 1 << 15 : 0;
    int total = shorts.columns() * shorts.rows();
    short[] values = shorts.values();
    for (int at = 0; at < total; at++) {
      counts[(values[at] & 0xFFFF) ^ flip]++;
    }
    return counts;
  }

  /// Puts outputs that a table or a negative slope left in another order into theirs.
  private Ranked ranked(double[] outputs, long[] counts) {
    if (!transform.isIncreasing()) {
      Integer[] order = new Integer[outputs.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(outputs[a], outputs[b]));
      double[] sorted = Arrays.stream(order).mapToDouble(i -> outputs[i]).toArray();
      long[] sortedCounts = Arrays.stream(order).mapToLong(i -> counts[i]).toArray();
      Arrays.parallelPrefix(sortedCounts, Long::sum);
      return new Ranked(sorted, sortedCounts, transform.isWhole());
    }
    Arrays.parallelPrefix(counts, Long::sum);
    return new Ranked(outputs, counts, transform.isWhole());
  }

  private DoublePredicate isCounted() {
    return padding.isPresent() ? stored -> !padding.get().contains(stored) : stored -> true;
  }
}
