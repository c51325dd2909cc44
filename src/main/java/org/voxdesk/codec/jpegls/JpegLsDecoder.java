package org.voxdesk.codec.jpegls;

import java.util.Arrays;
import java.util.Objects;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;

/// Decodes JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1, ITU-T T.87): 2 to 16 bits, one to
/// four components in one scan or several, every interleaving, preset parameters, restart markers.
///
/// Mapping tables (palettes), point transforms, colour transforms and subsampled components are
/// refused; a mapping table that no scan refers to is skipped. Zeros or a marker may follow the
/// last scan, or nothing; the rest is not looked at.
public final class JpegLsDecoder implements FrameDecoder {
  /// That of the last scan, kept for its table of gradients.
  private ContextModel model = new ContextModel(CodingParameters.lossless(8));

  @Override
  public void decode(byte[] coded, int length, SampleBuffer samples) throws CodecException {
    Objects.checkFromIndexSize(0, length, coded.length);
    var headers = new HeaderReader(coded, length, samples);
    int offset = 2;
    int left = samples.components();
    while (left > 0) {
      Scan scan = headers.scan(offset);
      var reader = new BitReader(coded, scan.offset(), length);
      decodeScan(scan, reader, samples);
      offset = reader.endOfData();
      left -= scan.components().length;
    }
  }

  private void decodeScan(Scan scan, BitReader reader, SampleBuffer samples) throws CodecException {
    if (model.parameters().equals(scan.parameters())) {
      model.forget();
    } else {
      model = new ContextModel(scan.parameters());
    }
    var lines = new ScanLines(scan, new SampleDecoder(model, reader), samples.columns());
    int restarts = 0;
    int lineOfInterval = 0;
    for (int row = 0; row < samples.rows(); row++) {
      if (lineOfInterval == scan.restartLines()) {
        reader.restart(restarts++);
        model.forget();
        lines.forget();
        lineOfInterval = 0;
      }
      lineOfInterval++;
      lines.decode(row, samples);
    }
  }

  /// The lines that a scan is decoding, and those above them.
  private static final class ScanLines {
    private final Scan scan;
    private final LineDecoder lineDecoder;
    private final PixelDecoder pixelDecoder;
    private final int[] runIndices;
    private final int[] values;
    private int[][] above;
    private int[][] current;

    ScanLines(Scan scan, SampleDecoder decoder, int columns) {
      this.scan = scan;
      int count = scan.components().length;
      lineDecoder = new LineDecoder(decoder, columns);
      pixelDecoder = new PixelDecoder(decoder, columns, count);
      runIndices = new int[count];
      values = new int[columns];
      above = new int[count][columns + 2];
      current = new int[count][columns + 2];
    }

    void forget() {
      Arrays.fill(runIndices, 0);
      for (int i = 0; i < above.length; i++) {
        Arrays.fill(above[i], 0);
        Arrays.fill(current[i], 0);
      }
    }

    void decode(int row, SampleBuffer samples) throws CodecException {
      if (scan.interleave() == Interleave.SAMPLE) {
        runIndices[0] = pixelDecoder.decode(above, current, runIndices[0]);
      } else {
        for (int i = 0; i < current.length; i++) {
          runIndices[i] = lineDecoder.decode(above[i], current[i], runIndices[i]);
        }
      }
      for (int i = 0; i < current.length; i++) {
        System.arraycopy(current[i], 1, values, 0, values.length);
        samples.putLine(row, scan.components()[i], values);
      }
      int[][] next = above;
      above = current;
      current = next;
    }
  }
}
