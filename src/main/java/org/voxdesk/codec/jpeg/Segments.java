package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// Goes from marker to marker and reads their segments (T.81 B.1.1).
final class Segments {
  private final byte[] bytes;
  private final int end;
  private int at;
  private int segmentEnd;

  Segments(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /// Passes the start of image.
  void start() throws CodecException {
    if (end < 2 || (bytes[0] & 0xFF) != 0xFF || (bytes[1] & 0xFF) != Marker.SOI) {
      throw new CodecException(0, Sentence.of("jpeg.start"));
    }
    at = 2;
  }

  /// Passes the next marker and gives its code, [Marker#NONE] at the end of the bytes. Anything
  /// before it that is no marker is skipped.
  int next() {
    while (at < end - 1) {
      if (bytes[at++] == (byte) 0xFF) {
        int code = bytes[at] & 0xFF;
        if (code != 0 && code != 0xFF) {
          at++;
          return code;
        }
      }
    }
    at = end;
    return Marker.NONE;
  }

  /// Opens the segment of the marker just passed.
  void open() throws CodecException {
    segmentEnd = end;
    int start = at;
    int length = u16();
    if (length < 2) {
      throw wrong();
    }
    if (length > end - start) {
      throw new CodecException(end, Sentence.of("jpeg.truncated"));
    }
    segmentEnd = start + length;
  }

  /// Skips what is left of the segment.
  void skip() {
    at = segmentEnd;
  }

  /// Checks that nothing is left of the segment.
  void close() throws CodecException {
    if (at != segmentEnd) {
      throw wrong();
    }
  }

  int remaining() {
    return segmentEnd - at;
  }

  int u8() throws CodecException {
    if (at >= segmentEnd) {
      throw segmentEnd == end ? new CodecException(end, Sentence.of("jpeg.truncated")) : wrong();
    }
    return bytes[at++] & 0xFF;
  }

  int u16() throws CodecException {
    int high = u8();
    return (high << 8) | u8();
  }

  /// Offset of the next byte from the start of the frame.
  int position() {
    return at;
  }

  /// Goes on at `position`, where a scan ended.
  void seek(int position) {
    at = position;
  }

  CodecException wrong() {
    return new CodecException(at, Sentence.of("jpeg.segment"));
  }
}
