package org.voxdesk.render;

import org.voxdesk.task.Progress;
import org.voxdesk.volume.Volume;

/// How many pixels have values in each of a row of equal bins. Bin n holds values from `low + n ·
/// width` up to, but without, `low + (n + 1) · width`; values outside all bins are not counted.
public final class Histogram {
  private final double low;
  private final double width;
  private final long[] counts;

  private Histogram(double low, double high, int bins) {
    if (!(high > low) || bins < 1 || Double.isInfinite(high - low)) {
      throw new IllegalArgumentException(bins + " bins from " + low + " to " + high);
    }
    this.low = low;
    this.width = (high - low) / bins;
    this.counts = new long[bins];
  }

  /// The output values of a slice; colours have none.
  public static Histogram of(SlicePixels slice, double low, double high, int bins) {
    var histogram = new Histogram(low, high, bins);
    switch (slice) {
      case SlicePixels.Shorts s -> histogram.count(s);
      case SlicePixels.Doubles s -> {
        for (int at = 0; at < s.columns() * s.rows(); at++) {
          histogram.add(s.transform().apply(s.values()[at]), 1);
        }
      }
      case SlicePixels.Rgb s -> {}
    }
    return histogram;
  }

  /// The values of a volume.
  ///
  /// @throws java.util.concurrent.CancellationException if it is no longer wanted
  public static Histogram of(Volume volume, double low, double high, int bins, Progress progress) {
    long[] patterns = new long[1 << 16];
    int slices = volume.geometry().slices();
    for (int k = 0; k < slices; k++) {
      progress.checkCancelled();
      for (short value : volume.slice(k)) {
        patterns[value & 0xFFFF]++;
      }
      progress.report(k + 1, slices);
    }
    var histogram = new Histogram(low, high, bins);
    for (int pattern = 0; pattern < patterns.length; pattern++) {
      histogram.add((short) pattern, patterns[pattern]);
    }
    return histogram;
  }

  /// Each stored value goes through the transform once, however many pixels have it.
  private void count(SlicePixels.Shorts slice) {
    int[] patterns = new int[1 << 16];
    short[] values = slice.values();
    for (int at = 0; at < slice.columns() * slice.rows(); at++) {
      patterns[values[at] & 0xFFFF]++;
    }
    for (int pattern = 0; pattern < patterns.length; pattern++) {
      if (patterns[pattern] > 0) {
        add(slice.transform().apply(slice.signed() ? (short) pattern : pattern), patterns[pattern]);
      }
    }
  }

  private void add(double value, long pixels) {
    double bin = Math.floor((value - low) / width);
    if (bin >= 0 && bin < counts.length) {
      counts[(int) bin] += pixels;
    }
  }

  public int bins() {
    return counts.length;
  }

  /// How many pixels are in a bin.
  public long count(int bin) {
    return counts[bin];
  }

  /// How many are in the fullest one.
  public long most() {
    long most = 0;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    return most;
  }
}
