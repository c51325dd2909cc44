package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.SampleBuffer;

/// Doubles the width with a triangle filter: three quarters of the sample that is nearer and one of
/// the other, rounded down and up in turn.
final class HalfWidth implements LineSink {
  private final SampleBuffer samples;
  private final int component;
  private final int width;
  private final int[] full;
  private int row;

  HalfWidth(SampleBuffer samples, Component component) {
    this.samples = samples;
    this.component = component.index();
    this.width = component.width();
    this.full = new int[2 * width];
  }

  @Override
  public void line(int[] values) {
    int last = width - 1;
    full[0] = values[0];
    full[1] = (3 * values[0] + values[1] + 2) >> 2;
    for (int x = 1; x < last; x++) {
      int near = 3 * values[x];
      full[2 * x] = (near + values[x - 1] + 1) >> 2;
      full[2 * x + 1] = (near + values[x + 1] + 2) >> 2;
    }
    full[2 * last] = (3 * values[last] + values[last - 1] + 1) >> 2;
    full[2 * last + 1] = values[last];
    samples.putLine(row++, component, full);
  }
}
