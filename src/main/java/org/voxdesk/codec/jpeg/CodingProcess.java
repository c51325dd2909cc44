package org.voxdesk.codec.jpeg;

import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// The coding processes that are decoded (T.81 4.11), all of them with Huffman codes.
enum CodingProcess {
  SEQUENTIAL,
  PROGRESSIVE,
  LOSSLESS;

  /// The process that the frame marker `marker` starts.
  ///
  /// @param position where it stands, for the message
  static CodingProcess of(int marker, int position) throws CodecException {
    return switch (marker) {
      case Marker.SOF0, Marker.SOF1 -> SEQUENTIAL;
      case Marker.SOF2 -> PROGRESSIVE;
      case Marker.SOF3 -> LOSSLESS;
      default -> {
        if (Marker.isArithmetic(marker)) {
          throw new CodecException(position, Sentence.of("jpeg.arithmetic"));
        }
        throw new CodecException(
            position, Sentence.of("jpeg.process", Integer.toHexString(0xFF00 | marker)));
      }
    };
  }

  boolean allows(int precision) {
    return this == LOSSLESS ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12;
  }
}
