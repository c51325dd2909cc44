package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.SampleBuffer;

/// Takes the decoded lines of one component from top to bottom and brings them to full size in the
/// samples.
interface LineSink {
  /// The next line: the first samples of `values`, as many as the component is wide. The array is
  /// not kept.
  void line(int[] values);

  /// After the last line.
  default void end() {}

  /// The sink for `component`. Where the DCT halves the width, alone or with the height, the
  /// samples between are interpolated; everything else is repeated, as the decoder that most files
  /// were made with does.
  static LineSink of(FrameHeader frame, Component component, SampleBuffer samples) {
    boolean fullWidth = component.horizontal() == frame.horizontal();
    boolean fullHeight = component.vertical() == frame.vertical();
    if (fullWidth && fullHeight) {
      return new FullSize(samples, component.index());
    }
    boolean halfWidth = 2 * component.horizontal() == frame.horizontal();
    boolean halfHeight = 2 * component.vertical() == frame.vertical();
    boolean interpolated =
        frame.process() != CodingProcess.LOSSLESS && component.width() > 2 && halfWidth;
    if (interpolated && fullHeight) {
      return new HalfWidth(samples, component);
    }
    if (interpolated && halfHeight) {
      return new HalfSize(samples, component);
    }
    return new Repeated(samples, frame, component);
  }
}
