package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.SampleBuffer;

/// Repeats samples and lines to full size.
final class Repeated implements LineSink {
  private final SampleBuffer samples;
  private final FrameHeader frame;
  private final Component component;
  private final int[] full;
  private int line;
  private int row;

  Repeated(SampleBuffer samples, FrameHeader frame, Component component) {
    this.samples = samples;
    this.frame = frame;
    this.component = component;
    this.full = new int[samples.columns()];
  }

  @Override
  public void line(int[] values) {
    for (int x = 0; x < full.length; x++) {
      full[x] = values[x * component.horizontal() / frame.horizontal()];
    }
    while (row < samples.rows() && row * component.vertical() / frame.vertical() == line) {
      samples.putLine(row++, component.index(), full);
    }
    line++;
  }
}
