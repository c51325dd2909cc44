package org.voxdesk.codec;

/// Encodes one format without loss. For one thread at a time.
public interface FrameEncoder {
  /// The frame, compressed; decoding gives back every bit of `samples`.
  ///
  /// @throws CodecException if the format cannot hold such samples
  byte[] encode(SampleBuffer samples) throws CodecException;
}
