package org.voxdesk.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// The frame of a PNG file of 8 bits a channel (W3C PNG).
///
/// Every row holds the differences from its left neighbour (filter 1), which suits tissue, at the
/// fastest compression. The same picture gives the same bytes.
final class Png {
  /// Colour type of greys, one byte a pixel.
  static final byte GREY = 0;

  /// Colour type of red, green and blue, three bytes a pixel.
  static final byte RGB = 2;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte SUB = 1;

  private Png() {}

  /// The complete file.
  ///
  /// @param samples row by row, pixel by pixel, without gaps
  static byte[] encode(int width, int height, byte colorType, byte[] samples) {
    int bytes = colorType == GREY ? 1 : 3;
    ByteBuffer data = deflate(filter(width * bytes, height, bytes, samples));
    int length = data.remaining();
    ByteBuffer file = ByteBuffer.allocate(SIGNATURE.length + 3 * 12 + 13 + length);
    file.put(SIGNATURE);
    chunk(file, "IHDR", ByteBuffer.wrap(header(width, height, colorType)));
    chunk(file, "IDAT", data);
    chunk(file, "IEND", ByteBuffer.allocate(0));
    return file.array();
  }

  private static byte[] filter(int row, int height, int bytes, byte[] samples) {
    byte[] filtered = new byte[(row + 1) * height];
    for (int y = 0; y < height; y++) {
      int from = y * row;
      int to = y * (row + 1);
      filtered[to] = SUB;
      System.arraycopy(samples, from, filtered, to + 1, bytes);
      for (int x = bytes; x < row; x++) {
        filtered[to + 1 + x] = (byte) (samples[from + x] - samples[from + x - bytes]);
      }
    }
    return filtered;
  }

  private static ByteBuffer deflate(byte[] filtered) {
    byte[] data = new byte[filtered.length / 2 + 64];
    int length = 0;
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(filtered);
      deflater.finish();
      while (!deflater.finished()) {
        if (length == data.length) {
          data = Arrays.copyOf(data, 2 * length);
        }
        length += deflater.deflate(data, length, data.length - length);
      }
    } finally {
      deflater.end();
    }
    return ByteBuffer.wrap(data, 0, length);
  }

  private static byte[] header(int width, int height, byte colorType) {
    byte eightBits = 8;
    byte defaults = 0;
    return ByteBuffer.allocate(13)
        .putInt(width)
        .putInt(height)
        .put(eightBits)
        .put(colorType)
        .put(defaults)
        .put(defaults)
        .put(defaults)
        .array();
  }

  private static void chunk(ByteBuffer file, String type, ByteBuffer data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data.duplicate());
    file.putInt(data.remaining()).put(name).put(data).putInt((int) crc.getValue());
  }
}
