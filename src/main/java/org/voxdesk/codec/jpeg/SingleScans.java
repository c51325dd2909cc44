package org.voxdesk.codec.jpeg;

import java.util.HashSet;
import java.util.Set;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Sequential and lossless scans, each of which brings its components whole.
final class SingleScans implements Scans {
  private final FrameHeader frame;
  private final SampleBuffer samples;
  private final Set<Integer> done = new HashSet<>();

  SingleScans(FrameHeader frame, SampleBuffer samples) {
    this.frame = frame;
    this.samples = samples;
  }

  @Override
  public void decode(ScanHeader scan, Tables tables, BitReader reader) throws CodecException {
    for (ScanHeader.Part part : scan.parts()) {
      if (!done.add(part.component().index())) {
        throw new CodecException(
            scan.position(), Sentence.of("jpeg.scanned.twice", part.component().id()));
      }
    }
    if (frame.process() == CodingProcess.LOSSLESS) {
      new LosslessScan(frame, scan, tables, reader, samples).decode();
    } else {
      new SequentialScan(frame, scan, tables, reader, samples).decode();
    }
  }

  @Override
  public boolean isComplete() {
    return done.size() == frame.components().size();
  }

  @Override
  public void finish(boolean ended, int position) throws CodecException {
    if (!isComplete()) {
      throw new CodecException(position, Sentence.of(ended ? "jpeg.incomplete" : "jpeg.truncated"));
    }
  }

  /// Nothing: the scans have done so.
  @Override
  public void write() {}
}
