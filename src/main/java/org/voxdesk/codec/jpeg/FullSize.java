package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.SampleBuffer;

/// Lines that have full size already.
final class FullSize implements LineSink {
  private final SampleBuffer samples;
  private final int component;
  private int row;

  FullSize(SampleBuffer samples, int component) {
    this.samples = samples;
    this.component = component;
  }

  @Override
  public void line(int[] values) {
    samples.putLine(row++, component, values);
  }
}
