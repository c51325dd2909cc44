package org.voxdesk.codec.jpeg2000;

import java.nio.ByteBuffer;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// Finds the code stream, which may be bare or in the boxes of a JP2 file (ISO 15444-1 Annex I).
/// What else the boxes hold, colours and palettes, is not looked at: components stay as coded.
final class Jp2File {
  private static final int START_OF_CODESTREAM = 0xFF4F_FF51;
  private static final int SIGNATURE_LENGTH = 12;
  private static final int SIGNATURE_BOX = 0x6A50_2020;
  private static final int CODESTREAM_BOX = 0x6A70_3263;

  private Jp2File() {}

  /// The bytes from the start of the code stream on, big endian.
  ///
  /// @throws CodecException if there is no code stream
  static ByteBuffer codestream(byte[] coded, int length) throws CodecException {
    ByteBuffer file = ByteBuffer.wrap(coded, 0, length).slice();
    boolean boxed =
        length >= SIGNATURE_LENGTH
            && file.getInt(0) == SIGNATURE_LENGTH
            && file.getInt(4) == SIGNATURE_BOX;
    ByteBuffer codestream = boxed ? contents(file) : file;
    if (codestream.limit() < 4 || codestream.getInt(0) != START_OF_CODESTREAM) {
      throw new CodecException(0, Sentence.of("codec.jpeg2000.no.codestream"));
    }
    return codestream;
  }

  /// What is in the first code stream box; empty where there is none.
  private static ByteBuffer contents(ByteBuffer file) throws CodecException {
    long start = 0;
    while (file.limit() - start >= 8) {
      int at = (int) start;
      long length = file.getInt(at) & 0xFFFF_FFFFL;
      int header = 8;
      if (length == 1 && file.limit() - at >= 16) {
        length = file.getLong(at + 8);
        header = 16;
      } else if (length == 0) {
        length = (long) file.limit() - at;
      }
      if (length < header) {
        throw new CodecException(at, Sentence.of("codec.jpeg2000.damaged"));
      }
      if (file.getInt(at + 4) == CODESTREAM_BOX) {
        return file.slice(at + header, (int) Math.min(length, file.limit() - at) - header);
      }
      start = length > file.limit() ? file.limit() : start + length;
    }
    return file.slice(0, 0);
  }
}
