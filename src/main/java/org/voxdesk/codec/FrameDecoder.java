package org.voxdesk.codec;

/// Decodes one format. An instance may keep scratch between frames, bounded by a constant and a few
/// lines of the frame, and is for one thread at a time.
public interface FrameDecoder {
  /// Decodes one frame into the whole of `samples`, components as coded: no colour conversion,
  /// subsampled components brought to full size.
  ///
  /// @param coded holds the frame in its first `length` bytes; what follows them in the array is
  ///   not looked at
  /// @throws CodecException if the bytes are not a whole frame of this format with the columns,
  ///   rows and components of `samples`, or its precision does not fit; `samples` then holds what
  ///   was decoded before the damage
  void decode(byte[] coded, int length, SampleBuffer samples) throws CodecException;
}
