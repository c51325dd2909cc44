package org.voxdesk.codec.jpeg2000;

import java.nio.ByteBuffer;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;
import org.voxdesk.text.Sentence;

/// A whole code stream whose headers have been checked, written anew for the library: without
/// comments, indexes of lengths and what follows the end, with true lengths and counts of
/// tile-parts, and with an end.
///
/// @param size the image and its tiles
/// @param bytes from SOC to EOC
/// @param firstPackets of each tile, where its first packet is
@SuppressWarnings("ArrayRecordComponent")
record Codestream(ImageSize size, byte[] bytes, int[] firstPackets) {
  /// The code stream in a frame.
  ///
  /// @throws CodecException if the frame ends before it does, its headers contradict themselves or
  ///   the image of `samples`, or what they promise is more than the frame can hold
  static Codestream of(byte[] coded, int length, SampleBuffer samples) throws CodecException {
    ByteBuffer in = Jp2File.codestream(coded, length);
    return new CodestreamParser(in, samples).parse();
  }

  static CodecException damaged() {
    return new CodecException(-1, Sentence.of("codec.jpeg2000.damaged"));
  }

  static CodecException damaged(Throwable cause) {
    return new CodecException(-1, Sentence.of("codec.jpeg2000.damaged"), cause);
  }
}
