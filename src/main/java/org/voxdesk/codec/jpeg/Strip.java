package org.voxdesk.codec.jpeg;

/// The lines of one component that a row of MCUs covers, and where they go.
final class Strip {
  private final int[][] lines;
  private final int height;
  private final LineSink sink;
  private int done;

  /// @param blocksAcross blocks of 8 x 8 beside each other
  /// @param blocksDown blocks below each other
  Strip(Component component, int blocksAcross, int blocksDown, LineSink sink) {
    this.lines = new int[8 * blocksDown][8 * blocksAcross];
    this.height = component.height();
    this.sink = sink;
  }

  /// The lines, shared.
  int[][] lines() {
    return lines;
  }

  /// Hands on the lines, as many of them as the component still has.
  void flush() {
    for (int i = 0; i < lines.length && done < height; i++) {
      sink.line(lines[i]);
      done++;
      if (done == height) {
        sink.end();
      }
    }
  }
}
