package org.voxdesk.volume;

/// For a run of output samples along one axis, the two source samples each is made of and their
/// weights. A NaN weight marks an output sample outside the source.
final class LinearTaps {
  final int[] first;
  final int[] second;
  final float[] firstWeight;
  final float[] secondWeight;

  LinearTaps(int length) {
    first = new int[length];
    second = new int[length];
    firstWeight = new float[length];
    secondWeight = new float[length];
  }

  int length() {
    return first.length;
  }

  void set(int at, int first, int second, float firstWeight, float secondWeight) {
    this.first[at] = first;
    this.second[at] = second;
    this.firstWeight[at] = firstWeight;
    this.secondWeight[at] = secondWeight;
  }

  /// The lowest source sample used.
  int sourceFrom() {
    return first[0];
  }

  /// One past the highest source sample used.
  int sourceTo() {
    return second[length() - 1] + 1;
  }
}
