package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.SampleBuffer;

/// Doubles width and height with a triangle filter: nine sixteenths of the nearest sample, three of
/// each of its neighbours and one of that across the corner. Beyond the edges lie the samples of
/// the edge.
final class HalfSize implements LineSink {
  private final SampleBuffer samples;
  private final int component;
  private final int width;
  private final int[] columnSums;
  private final int[] full;
  private int[] above;
  private int[] middle;
  private int line;
  private int row;

  HalfSize(SampleBuffer samples, Component component) {
    this.samples = samples;
    this.component = component.index();
    this.width = component.width();
    this.columnSums = new int[width];
    this.full = new int[2 * width];
    this.above = new int[width];
    this.middle = new int[width];
  }

  /// Puts the two rows that the line before stands for, now that what is below it is known.
  @Override
  public void line(int[] values) {
    if (line > 0) {
      put(above);
      put(values);
    }
    int[] free = above;
    above = middle;
    middle = free;
    System.arraycopy(values, 0, middle, 0, width);
    if (line == 0) {
      System.arraycopy(values, 0, above, 0, width);
    }
    line++;
  }

  @Override
  public void end() {
    put(above);
    put(middle);
  }

  private void put(int[] neighbour) {
    if (row == samples.rows()) {
      return;
    }
    for (int x = 0; x < width; x++) {
      columnSums[x] = 3 * middle[x] + neighbour[x];
    }
    int last = width - 1;
    full[0] = (4 * columnSums[0] + 8) >> 4;
    full[1] = (3 * columnSums[0] + columnSums[1] + 7) >> 4;
    for (int x = 1; x < last; x++) {
      int near = 3 * columnSums[x];
      full[2 * x] = (near + columnSums[x - 1] + 8) >> 4;
      full[2 * x + 1] = (near + columnSums[x + 1] + 7) >> 4;
    }
    full[2 * last] = (3 * columnSums[last] + columnSums[last - 1] + 8) >> 4;
    full[2 * last + 1] = (4 * columnSums[last] + 7) >> 4;
    samples.putLine(row++, component, full);
  }
}
