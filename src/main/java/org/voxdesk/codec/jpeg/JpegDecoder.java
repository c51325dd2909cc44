package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// Decodes JPEG frames with Huffman codes (ITU-T T.81): baseline, extended and progressive DCT of 8
/// and 12 bits, lossless of 2 to 16 bits. Arithmetic coding and hierarchical frames are refused.
///
/// Samples come as the components are coded, whatever application segments say of colours. A frame
/// without end of image is taken if all of its samples are there.
public final class JpegDecoder implements FrameDecoder {
  private final Tables tables = new Tables();

  /// A decoder that keeps nothing but fixed tables between frames.
  public JpegDecoder() {}

  @Override
  public void decode(byte[] coded, int length, SampleBuffer samples) throws CodecException {
    tables.clear();
    var segments = new Segments(coded, length);
    segments.start();
    FrameHeader frame = frame(segments, samples);
    var scans = Scans.of(frame, samples);
    try {
      decode(segments, new BitReader(coded, length), frame, scans);
    } finally {
      scans.write();
    }
  }

  private void decode(Segments segments, BitReader reader, FrameHeader frame, Scans scans)
      throws CodecException {
    boolean linesKnown = !frame.linesFollow();
    int marker = Marker.SOF0;
    while (marker != Marker.EOI && marker != Marker.NONE && !(scans.isComplete() && linesKnown)) {
      marker = segments.next();
      switch (marker) {
        case Marker.SOS -> {
          segments.open();
          ScanHeader scan = ScanHeader.read(segments, frame);
          reader.seek(scan.position());
          scans.decode(scan, tables, reader);
          segments.seek(reader.position());
        }
        case Marker.DNL -> {
          checkLines(segments, frame);
          linesKnown = true;
        }
        default -> pass(marker, segments);
      }
    }
    if (!linesKnown) {
      throw new CodecException(segments.position(), Sentence.of("jpeg.lines.unknown"));
    }
    scans.finish(marker == Marker.EOI, segments.position());
  }

  private FrameHeader frame(Segments segments, SampleBuffer samples) throws CodecException {
    int marker = segments.next();
    while (!Marker.isFrame(marker)) {
      if (marker == Marker.NONE) {
        throw new CodecException(segments.position(), Sentence.of("jpeg.truncated"));
      }
      if (marker == Marker.SOS || marker == Marker.EOI) {
        throw new CodecException(segments.position(), Sentence.of("jpeg.no.frame"));
      }
      pass(marker, segments);
      marker = segments.next();
    }
    var process = CodingProcess.of(marker, segments.position());
    segments.open();
    FrameHeader frame = FrameHeader.read(segments, process, samples);
    segments.close();
    return frame;
  }

  /// Reads or skips what belongs to a marker that starts neither frame nor scan.
  private void pass(int marker, Segments segments) throws CodecException {
    if (Marker.isFrame(marker) || marker == Marker.SOI) {
      throw new CodecException(segments.position(), Sentence.of("jpeg.second.frame"));
    }
    if (marker != Marker.NONE && !Marker.isAlone(marker)) {
      tables.read(marker, segments);
    }
  }

  /// Number of lines (T.81 B.2.5), behind the first scan.
  private static void checkLines(Segments segments, FrameHeader frame) throws CodecException {
    segments.open();
    int lines = segments.u16();
    segments.close();
    if (lines != frame.rows()) {
      throw new CodecException(segments.position(), Sentence.of("jpeg.lines", lines, frame.rows()));
    }
  }
}
