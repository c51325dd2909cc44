package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Progressive scans, which together bring the coefficients of all components.
final class ProgressiveScans implements Scans {
  private final FrameHeader frame;
  private final SampleBuffer samples;
  private final List<Coefficients> coefficients;

  ProgressiveScans(FrameHeader frame, SampleBuffer samples) throws CodecException {
    this.frame = frame;
    this.samples = samples;
    var each = new ArrayList<Coefficients>();
    for (Component component : frame.components()) {
      each.add(new Coefficients(frame, component));
    }
    this.coefficients = List.copyOf(each);
  }

  @Override
  public void decode(ScanHeader scan, Tables tables, BitReader reader) throws CodecException {
    new ProgressiveScan(frame, scan, tables, reader, coefficients).decode();
  }

  @Override
  public boolean isComplete() {
    return coefficients.stream().allMatch(Coefficients::isComplete);
  }

  /// Without an end of image every bit has to be there; with it, coefficients that no scan brought
  /// are 0.
  @Override
  public void finish(boolean ended, int position) throws CodecException {
    if (!ended && !isComplete()) {
      throw new CodecException(position, Sentence.of("jpeg.truncated"));
    }
    if (!coefficients.stream().allMatch(Coefficients::isUsable)) {
      throw new CodecException(position, Sentence.of("jpeg.incomplete"));
    }
  }

  @Override
  public void write() {
    var inverse = new InverseDct(frame.precision());
    for (Coefficients each : coefficients) {
      if (each.isUsable()) {
        each.transform(inverse, LineSink.of(frame, each.component(), samples));
      }
    }
  }
}
