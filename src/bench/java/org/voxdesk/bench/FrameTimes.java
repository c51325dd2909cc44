package org.voxdesk.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How long each of many pictures took.
///
/// @param title what was drawn
/// @param millis the times, in the order in which the pictures were made
/// @param cpuMillis the processor time that they took, without what other programs took meanwhile
/// @param bytes what the drawing thread allocated, on the mean of all pictures
/// @param asked the most that 99 of 100 pictures may take; 0 where nothing is asked
@SuppressWarnings("ArrayRecordComponent")
record FrameTimes(String title, double[] millis, double[] cpuMillis, double bytes, double asked) {
  private static final String LINE = "%-58s  %6s  %6s  %6s  %8s  %8s  %9s  %-5s  %s%n";

  /// What `share` of the times are at most.
  private static double quantile(double[] times, double share) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  static String table(List<FrameTimes> rows) {
    StringBuilder text = new StringBuilder();
    text.append(
        line(
            "a picture of 1024 × 1024, ms",
            "p50",
            "p99",
            "max",
            "cpu p50",
            "cpu p99",
            "kB/frame",
            "asked",
            "held"));
    for (FrameTimes row : rows) {
      text.append(
          line(
              row.title,
              number(quantile(row.millis, 0.5)),
              number(quantile(row.millis, 0.99)),
              number(quantile(row.millis, 1)),
              number(quantile(row.cpuMillis, 0.5)),
              number(quantile(row.cpuMillis, 0.99)),
              number(row.bytes / 1024),
              row.asked > 0 ? number(row.asked) : "",
              row.asked > 0 ? (quantile(row.millis, 0.99) <= row.asked ? "yes" : "NO") : ""));
    }
    return text.toString();
  }

  private static String line(String... cells) {
    return String.format(Locale.ROOT, LINE, (Object[]) cells).stripTrailing() + "\n";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
