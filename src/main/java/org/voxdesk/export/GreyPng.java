package org.voxdesk.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes 8-bit grey PNG files (W3C PNG, colour type 0).
///
/// Every row holds the differences from its left neighbour (filter 1), which suits tissue, at the
/// fastest compression. The same picture gives the same bytes.
public final class GreyPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte SUB = 1;

  private GreyPng() {}

  /// The complete file.
  public static byte[] encode(GreyImage image) {
    ByteBuffer data = deflate(filter(image));
    int length = data.remaining();
    ByteBuffer file = ByteBuffer.allocate(SIGNATURE.length + 3 * 12 + 13 + length);
    file.put(SIGNATURE);
    chunk(file, "IHDR", ByteBuffer.wrap(header(image)));
    chunk(file, "IDAT", data);
    chunk(file, "IEND", ByteBuffer.allocate(0));
    return file.array();
  }

  private static byte[] filter(GreyImage image) {
    int width = image.width();
    byte[] pixels = image.pixels();
    byte[] filtered = new byte[(width + 1) * image.height()];
    for (int y = 0; y < image.height(); y++) {
      int from = y * width;
      int to = y * (width + 1);
      filtered[to] = SUB;
      filtered[to + 1] = pixels[from];
      for (int x = 1; x < width; x++) {
        filtered[to + 1 + x] = (byte) (pixels[from + x] - pixels[from + x - 1]);
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

  private static byte[] header(GreyImage image) {
    byte eightBits = 8;
    byte grey = 0;
    byte defaults = 0;
    return ByteBuffer.allocate(13)
        .putInt(image.width())
        .putInt(image.height())
        .put(eightBits)
        .put(grey)
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
