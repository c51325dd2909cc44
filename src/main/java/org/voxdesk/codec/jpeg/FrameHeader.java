package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// What the frame header says (T.81 B.2.2), checked against the samples that are expected.
///
/// @param process how the frame is coded
/// @param precision bits a sample
/// @param columns samples in a line of the frame
/// @param rows lines of the frame
/// @param linesFollow whether the header leaves the lines to a DNL segment
/// @param components in their order
/// @param horizontal the greatest horizontal sampling factor
/// @param vertical the greatest vertical sampling factor
record FrameHeader(
    CodingProcess process,
    int precision,
    int columns,
    int rows,
    boolean linesFollow,
    List<Component> components,
    int horizontal,
    int vertical) {
  FrameHeader {
    components = List.copyOf(components);
  }

  /// Reads the open segment of a frame marker.
  ///
  /// @throws CodecException if it contradicts itself or `samples`
  static FrameHeader read(Segments segments, CodingProcess process, SampleBuffer samples)
      throws CodecException {
    int precision = segments.u8();
    int rows = segments.u16();
    int columns = segments.u16();
    int count = segments.u8();
    boolean linesFollow = rows == 0;
    if ((rows != samples.rows() && !linesFollow)
        || columns != samples.columns()
        || count != samples.components()) {
      throw new CodecException(
          segments.position(),
          Sentence.of(
              "jpeg.size",
              columns,
              rows,
              count,
              samples.columns(),
              samples.rows(),
              samples.components()));
    }
    if (!process.allows(precision)) {
      throw new CodecException(
          segments.position(), Sentence.of("jpeg.precision.forbidden", precision));
    }
    if (precision > 8 * samples.bytesPerSample()) {
      throw new CodecException(
          segments.position(), Sentence.of("jpeg.precision", precision, samples.bytesPerSample()));
    }
    return sized(process, precision, samples, linesFollow, specifications(segments, count));
  }

  /// The components as they are written: identifier, sampling factors in one byte, table.
  private static int[][] specifications(Segments segments, int count) throws CodecException {
    if (segments.remaining() != 3 * count) {
      throw segments.wrong();
    }
    int[][] specifications = new int[count][];
    for (int i = 0; i < count; i++) {
      int id = segments.u8();
      int factors = segments.u8();
      int table = segments.u8();
      int horizontal = factors >> 4;
      int vertical = factors & 15;
      if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4 || table > 3) {
        throw new CodecException(
            segments.position(), Sentence.of("jpeg.component", id, horizontal, vertical, table));
      }
      specifications[i] = new int[] {id, horizontal, vertical, table};
    }
    return specifications;
  }

  private static FrameHeader sized(
      CodingProcess process,
      int precision,
      SampleBuffer samples,
      boolean linesFollow,
      int[][] specifications) {
    int horizontal = 1;
    int vertical = 1;
    for (int[] each : specifications) {
      horizontal = Math.max(horizontal, each[1]);
      vertical = Math.max(vertical, each[2]);
    }
    var components = new ArrayList<Component>();
    for (int[] each : specifications) {
      int width = Math.ceilDiv(samples.columns() * each[1], horizontal);
      int height = Math.ceilDiv(samples.rows() * each[2], vertical);
      components.add(
          new Component(components.size(), each[0], each[1], each[2], each[3], width, height));
    }
    return new FrameHeader(
        process,
        precision,
        samples.columns(),
        samples.rows(),
        linesFollow,
        components,
        horizontal,
        vertical);
  }

  /// MCUs beside each other in an interleaved scan, a data unit being `unit` samples wide.
  int mcusAcross(int unit) {
    return Math.ceilDiv(columns, unit * horizontal);
  }

  /// MCUs below each other in an interleaved scan.
  int mcusDown(int unit) {
    return Math.ceilDiv(rows, unit * vertical);
  }
}
