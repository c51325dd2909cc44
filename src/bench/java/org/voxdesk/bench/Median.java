package org.voxdesk.bench;

import java.util.List;

/// The middle of several times.
final class Median {
  private Median() {}

  static double of(List<? extends Number> values) {
    List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
