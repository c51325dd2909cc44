package org.voxdesk.codec.jpegls;

import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Reads the marker segments of a frame up to each scan (T.87 C, T.81 B), and checks all of them.
///
/// Mapping tables are skipped where no scan refers to them. What is refused beside damage: scans
/// that do refer to one, point transforms, colour transforms, subsampled components.
final class HeaderReader {
  private final byte[] bytes;
  private final int end;
  private final SampleBuffer samples;
  private int position;
  private int precision;

  /// What the components are called; empty until the frame header is read.
  private int[] names = new int[0];

  private boolean[] scanned = new boolean[0];
  private int wideColumns;
  private int wideRows;
  private Preset preset = Preset.DEFAULT;
  private int restartLines = Integer.MAX_VALUE;

  HeaderReader(byte[] bytes, int end, SampleBuffer samples) throws CodecException {
    this.bytes = bytes;
    this.end = end;
    this.samples = samples;
    if (end < 2 || bytes[0] != (byte) 0xFF || (bytes[1] & 0xFF) != Marker.SOI) {
      throw new CodecException(0, Sentence.of("jpegls.no.start"));
    }
    position = 2;
  }

  /// The next scan, read from `offset` on, where a marker is.
  Scan scan(int offset) throws CodecException {
    position = offset;
    while (true) {
      int start = position;
      int marker = marker();
      if (marker == Marker.EOI) {
        throw new CodecException(start, Sentence.of("jpegls.components.missing"));
      }
      if (!isKnown(marker)) {
        throw new CodecException(
            start, Sentence.of("jpegls.marker", Integer.toHexString(0xFF00 | marker)));
      }
      need(2);
      int length = word(position);
      if (length < 2) {
        throw wrongLength(position);
      }
      need(length);
      int next = position + length;
      position += 2;
      switch (marker) {
        case Marker.SOF55 -> readFrame(next);
        case Marker.LSE -> readPreset(next);
        case Marker.DRI -> readRestart(next);
        case Marker.APP8 -> readApplication(next);
        case Marker.SOS -> {
          Scan scan = readScan(next);
          position = next;
          return scan;
        }
        default -> {}
      }
      position = next;
    }
  }

  private static boolean isKnown(int marker) {
    return switch (marker) {
      case Marker.SOF55, Marker.LSE, Marker.DRI, Marker.SOS, Marker.COM -> true;
      default -> marker >= Marker.APP0 && marker <= Marker.APP15;
    };
  }

  private int marker() throws CodecException {
    need(2);
    if (bytes[position] != (byte) 0xFF) {
      throw new CodecException(
          position, Sentence.of("jpegls.marker", Integer.toHexString(word(position))));
    }
    // Any number of 0xFF may stand before the second byte of a marker (T.81 B.1.1.2).
    while (bytes[position] == (byte) 0xFF) {
      position++;
      need(1);
    }
    return bytes[position++] & 0xFF;
  }

  private void readFrame(int next) throws CodecException {
    int start = position;
    if (names.length > 0) {
      throw new CodecException(start, Sentence.of("jpegls.second.frame"));
    }
    int count = next - start < 6 ? 0 : octet(start + 5);
    if (count == 0 || next - start != 6 + 3 * count) {
      throw wrongLength(start);
    }
    precision = octet(start);
    CodingParameters.check("P", precision, 2, 16, start);
    if (precision > 8 * samples.bytesPerSample()) {
      throw new CodecException(
          start, Sentence.of("jpegls.precision", precision, 8 * samples.bytesPerSample()));
    }
    int rows = word(start + 1) == 0 ? wideRows : word(start + 1);
    int columns = word(start + 3) == 0 ? wideColumns : word(start + 3);
    if (rows != samples.rows() || columns != samples.columns() || count != samples.components()) {
      throw new CodecException(
          start,
          Sentence.of(
              "jpegls.size",
              columns + " × " + rows + " × " + count,
              samples.columns() + " × " + samples.rows() + " × " + samples.components()));
    }
    CodingParameters.check("Nf", count, 1, 4, start);
    names = new int[count];
    scanned = new boolean[count];
    for (int i = 0; i < count; i++) {
      names[i] = octet(start + 6 + 3 * i);
      if (octet(start + 7 + 3 * i) != octet(start + 7)) {
        throw new CodecException(start + 7 + 3 * i, Sentence.of("jpegls.subsampled"));
      }
    }
  }

  /// Preset parameters and wide dimensions are taken; mapping tables are not.
  private void readPreset(int next) throws CodecException {
    int start = position;
    int length = next - start;
    int type = length == 0 ? 0 : octet(start);
    if (type == 1) {
      if (length != 11) {
        throw wrongLength(start);
      }
      preset =
          new Preset(
              word(start + 1), word(start + 3), word(start + 5), word(start + 7), word(start + 9));
    } else if (type == 4) {
      int width = length < 2 ? 0 : octet(start + 1);
      if (width < 2 || width > 4 || length != 2 + 2 * width) {
        throw wrongLength(start);
      }
      wideRows = number(start + 2, width);
      wideColumns = number(start + 2 + width, width);
    } else if (type != 2 && type != 3) {
      throw new CodecException(start, Sentence.of("jpegls.parameter", "LSE", type, 1, 4));
    }
  }

  /// The interval is one of lines, in two to four bytes (T.87 C.2.5).
  private void readRestart(int next) throws CodecException {
    int width = next - position;
    if (width < 2 || width > 4) {
      throw wrongLength(position);
    }
    int lines = number(position, width);
    restartLines = lines == 0 ? Integer.MAX_VALUE : lines;
  }

  /// Some encoders code differences of colours, and say so in a segment of their own.
  private void readApplication(int next) throws CodecException {
    boolean transform =
        next - position == 5
            && word(position) == ('m' << 8 | 'r')
            && word(position + 2) == ('f' << 8 | 'x')
            && octet(position + 4) != 0;
    if (transform) {
      throw new CodecException(position, Sentence.of("jpegls.color.transform"));
    }
  }

  private Scan readScan(int next) throws CodecException {
    int start = position;
    int count = next == start ? 0 : octet(start);
    if (count == 0 || next - start != 4 + 2 * count) {
      throw wrongLength(start);
    }
    if (names.length == 0) {
      throw new CodecException(start, Sentence.of("jpegls.no.frame"));
    }
    CodingParameters.check("Ns", count, 1, names.length, start);
    int[] components = new int[count];
    for (int i = 0; i < count; i++) {
      components[i] = component(octet(start + 1 + 2 * i), start + 1 + 2 * i);
      if (octet(start + 2 + 2 * i) != 0) {
        throw new CodecException(start + 2 + 2 * i, Sentence.of("jpegls.mapping.table"));
      }
    }
    int at = start + 1 + 2 * count;
    CodingParameters.check(
        "ILV", octet(at + 1), count == 1 ? 0 : 1, Interleave.SAMPLE.code(), at + 1);
    if (octet(at + 2) != 0) {
      throw new CodecException(at + 2, Sentence.of("jpegls.point.transform"));
    }
    var parameters = CodingParameters.of(precision, octet(at), preset, at);
    Interleave interleave =
        count == 1
            ? Interleave.NONE
            : octet(at + 1) == Interleave.LINE.code() ? Interleave.LINE : Interleave.SAMPLE;
    return new Scan(components, parameters, interleave, restartLines, next);
  }

  /// Where the component of this name is in the frame; each may be scanned once.
  private int component(int name, int at) throws CodecException {
    for (int i = 0; i < names.length; i++) {
      if (names[i] == name && !scanned[i]) {
        scanned[i] = true;
        return i;
      }
    }
    throw new CodecException(at, Sentence.of("jpegls.no.component", name));
  }

  private void need(int count) throws CodecException {
    if (count > end - position) {
      throw new CodecException(end, Sentence.of("jpegls.truncated"));
    }
  }

  private static CodecException wrongLength(int offset) {
    return new CodecException(offset, Sentence.of("jpegls.segment.length"));
  }

  private int octet(int at) {
    return bytes[at] & 0xFF;
  }

  private int word(int at) {
    return octet(at) << 8 | octet(at + 1);
  }

  private int number(int at, int width) {
    int value = 0;
    for (int i = 0; i < width; i++) {
      value = value << 8 | octet(at + i);
    }
    return value;
  }
}
