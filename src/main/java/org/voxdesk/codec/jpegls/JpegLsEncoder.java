package org.voxdesk.codec.jpegls;

import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameEncoder;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Encodes JPEG-LS without loss (ISO/IEC 14495-1, ITU-T T.87): one scan with the default
/// parameters, components interleaved by line.
public final class JpegLsEncoder implements FrameEncoder {
  private final int precision;
  private final ContextModel model;

  /// An encoder of samples of `precision` bits, 2 to 16; those above them must be 0.
  ///
  /// @throws IllegalArgumentException if the format has no such precision
  public JpegLsEncoder(int precision) {
    if (precision < 2 || precision > 16) {
      throw new IllegalArgumentException(precision + " bits");
    }
    this.precision = precision;
    model = new ContextModel(CodingParameters.lossless(precision));
  }

  @Override
  public byte[] encode(SampleBuffer samples) throws CodecException {
    int columns = samples.columns();
    int count = samples.components();
    if (columns > 0xFFFF || samples.rows() > 0xFFFF || count > 4) {
      throw new CodecException(
          -1, Sentence.of("jpegls.cannot.hold", columns, samples.rows(), count));
    }
    var writer = new BitWriter(100 + samples.length() / 2);
    writeHeaders(writer, samples);
    model.forget();
    var encoder = new LineEncoder(model, writer, columns);
    int[][] above = new int[count][columns + 2];
    int[][] lines = new int[count][columns + 2];
    int[] runIndices = new int[count];
    int[] values = new int[columns];
    for (int row = 0; row < samples.rows(); row++) {
      for (int i = 0; i < count; i++) {
        samples.getLine(row, i, values);
        check(values);
        System.arraycopy(values, 0, lines[i], 1, columns);
        writer.reserve(16 + columns * LineEncoder.BYTES_PER_SAMPLE);
        runIndices[i] = encoder.encode(above[i], lines[i], runIndices[i]);
      }
      int[][] next = above;
      above = lines;
      lines = next;
    }
    writer.endOfData();
    writer.reserve(2);
    marker(writer, Marker.EOI);
    return writer.toBytes();
  }

  private void check(int[] values) throws CodecException {
    int all = 0;
    for (int value : values) {
      all |= value;
    }
    if (all >>> precision != 0) {
      throw new CodecException(-1, Sentence.of("jpegls.sample.too.big", precision));
    }
  }

  private void writeHeaders(BitWriter writer, SampleBuffer samples) {
    int count = samples.components();
    marker(writer, Marker.SOI);
    marker(writer, Marker.SOF55);
    writer.word(8 + 3 * count);
    writer.octet(precision);
    writer.word(samples.rows());
    writer.word(samples.columns());
    writer.octet(count);
    for (int i = 1; i <= count; i++) {
      writer.octet(i);
      writer.octet(0x11);
      writer.octet(0);
    }
    if (precision > 12) {
      writePreset(writer);
    }
    marker(writer, Marker.SOS);
    writer.word(6 + 2 * count);
    writer.octet(count);
    for (int i = 1; i <= count; i++) {
      writer.octet(i);
      writer.octet(0);
    }
    writer.octet(0);
    writer.octet((count == 1 ? Interleave.NONE : Interleave.LINE).code());
    writer.octet(0);
  }

  /// The defaults, spelt out because some decoders derive others for more than 12 bits.
  private void writePreset(BitWriter writer) {
    CodingParameters parameters = model.parameters();
    marker(writer, Marker.LSE);
    writer.word(13);
    writer.octet(1);
    writer.word(parameters.maxval());
    writer.word(parameters.t1());
    writer.word(parameters.t2());
    writer.word(parameters.t3());
    writer.word(parameters.reset());
  }

  private static void marker(BitWriter writer, int marker) {
    writer.octet(0xFF);
    writer.octet(marker);
  }
}
