package org.voxdesk.measure;

import java.util.List;

/// What the pixels in an area come to: those whose centres are inside or on the edge.
///
/// @param count pixels that have a value
/// @param leftOut pixels that have none: padding, or no number
/// @param mean their arithmetic mean; not a number without any
/// @param deviation their sample standard deviation, √(Σ (x − mean)² / (count − 1)); not a number
///   for fewer than two
/// @param minimum the smallest; not a number without any
/// @param maximum the largest; not a number without any
public record Statistics(
    long count, long leftOut, double mean, double deviation, double minimum, double maximum) {

  /// The statistics of all pixels of a picture.
  public static Statistics of(PixelValues values) {
    var gathered = new Gathered();
    for (int j = 0; j < values.rows(); j++) {
      for (int i = 0; i < values.columns(); i++) {
        gathered.add(values.value(i, j));
      }
    }
    return gathered.statistics();
  }

  /// The statistics of the pixels of a picture in an area given in its column and row indices.
  public static Statistics of(Area area, PixelValues values) {
    var edge = area.lines().stream().flatMap(List::stream).toList();
    double left = edge.stream().mapToDouble(Point::x).min().orElse(0);
    double right = edge.stream().mapToDouble(Point::x).max().orElse(-1);
    double top = edge.stream().mapToDouble(Point::y).min().orElse(0);
    double bottom = edge.stream().mapToDouble(Point::y).max().orElse(-1);
    var gathered = new Gathered();
    // A drawn edge has corners where an ellipse is round.
    double margin = 1 + (right - left + bottom - top) / 1000;
    int lastJ = last(bottom + margin, values.rows());
    int lastI = last(right + margin, values.columns());
    for (int j = first(top - margin); j <= lastJ; j++) {
      for (int i = first(left - margin); i <= lastI; i++) {
        if (area.contains(new Point(i, j))) {
          gathered.add(values.value(i, j));
        }
      }
    }
    return gathered.statistics();
  }

  private static int first(double edge) {
    return (int) Math.max(0, Math.floor(edge));
  }

  private static int last(double edge, int count) {
    return (int) Math.min(count - 1, Math.ceil(edge));
  }

  /// Mean and squared deviations are carried along (Welford 1962), which loses no digits where the
  /// mean is far from 0.
  private static final class Gathered {
    private long count;
    private long leftOut;
    private double mean;
    private double squares;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum = Double.NEGATIVE_INFINITY;

    void add(double value) {
      if (!Double.isFinite(value)) {
        leftOut++;
        return;
      }
      count++;
      double off = value - mean;
      mean += off / count;
      squares += off * (value - mean);
      minimum = Math.min(minimum, value);
      maximum = Math.max(maximum, value);
    }

    Statistics statistics() {
      return count == 0
          ? new Statistics(0, leftOut, Double.NaN, Double.NaN, Double.NaN, Double.NaN)
          : new Statistics(
              count,
              leftOut,
              mean,
              count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1)),
              minimum,
              maximum);
    }
  }
}
