package org.voxdesk.edit;

import java.nio.ByteOrder;
import java.util.Optional;

/// What becomes of the pixels of an image.
///
/// @param map what each pixel becomes
/// @param region the pixels that are meant; empty for all of them
record PixelChange(PixelMap map, Optional<PixelRegion> region) {
  boolean isWords() {
    return map.isWords();
  }

  /// Changes the pixels in `length` bytes from `offset`, which begin and end with a whole pixel.
  ///
  /// @param first which pixel of the image is the first of them, counted from 0
  void apply(byte[] bytes, int offset, int length, ByteOrder order, long first) {
    if (region.isEmpty()) {
      map.apply(bytes, offset, length, order);
      return;
    }
    int size = isWords() ? 2 : 1;
    for (int at = 0; at + size <= length; at += size) {
      if (region.get().contains(first + at / size)) {
        map.apply(bytes, offset + at, size, order);
      }
    }
  }
}
