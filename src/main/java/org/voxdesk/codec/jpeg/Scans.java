package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;

/// The scans of one frame, and what they have brought so far.
interface Scans {
  static Scans of(FrameHeader frame, SampleBuffer samples) throws CodecException {
    return frame.process() == CodingProcess.PROGRESSIVE
        ? new ProgressiveScans(frame, samples)
        : new SingleScans(frame, samples);
  }

  /// Decodes the scan that `reader` stands at.
  ///
  /// @throws CodecException also if the scan cannot follow those before
  void decode(ScanHeader scan, Tables tables, BitReader reader) throws CodecException;

  /// Whether no scan can bring more.
  boolean isComplete();

  /// Checks that nothing is missing when no more scans come.
  ///
  /// @param ended whether the frame has its end of image
  /// @param position where it ends
  void finish(boolean ended, int position) throws CodecException;

  /// Puts those samples in place that no scan has yet, as far as they are known.
  void write();
}
