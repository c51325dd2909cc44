package org.voxdesk.dicom;

/// The bytes around a value just as they were read, so that they can be written again unchanged.
///
/// An element, item or fragment that was not read but made has [#NONE], and is framed when written;
/// so has an element whose header is the very one that writing makes.
///
/// @param header tag, VR and length as read; empty for something made
/// @param trailer the closing delimiter as read, its length field included; empty where there was
///   none
/// @param contentLength how many bytes stood between header and trailer
@SuppressWarnings("ArrayRecordComponent")
public record Framing(byte[] header, byte[] trailer, long contentLength) {
  private static final byte[] NO_BYTES = new byte[0];

  /// The framing of something that gets it when it is written.
  public static final Framing NONE = new Framing(NO_BYTES, NO_BYTES, 0);

  /// A header without a closing delimiter.
  public static Framing of(byte[] header, long contentLength) {
    return new Framing(header, NO_BYTES, contentLength);
  }

  /// True for something that gets its framing when it is written.
  public boolean isNone() {
    return header.length == 0;
  }
}
