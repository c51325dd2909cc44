package org.voxdesk.codec.jpeg;

import java.io.ByteArrayOutputStream;

/// Writes markers, segments and coded bits.
final class JpegWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long bits;
  private int count;

  JpegWriter marker(int code) {
    out.write(0xFF);
    out.write(code);
    return this;
  }

  JpegWriter segment(int code, int... content) {
    marker(code);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    for (int each : content) {
      out.write(each);
    }
    return this;
  }

  /// A frame header; `components` are identifier, sampling factors and table of each.
  void frame(int code, int precision, int rows, int columns, int[][] components) {
    int[] content = new int[6 + 3 * components.length];
    content[0] = precision;
    content[1] = rows >> 8;
    content[2] = rows;
    content[3] = columns >> 8;
    content[4] = columns;
    content[5] = components.length;
    for (int i = 0; i < components.length; i++) {
      System.arraycopy(components[i], 0, content, 6 + 3 * i, 3);
    }
    segment(code, content);
  }

  /// A scan header for components, all with tables 0.
  void scan(int[] ids, int start, int end, int approximation) {
    int[] content = new int[4 + 2 * ids.length];
    content[0] = ids.length;
    for (int i = 0; i < ids.length; i++) {
      content[1 + 2 * i] = ids[i];
    }
    content[content.length - 3] = start;
    content[content.length - 2] = end;
    content[content.length - 1] = approximation;
    segment(Marker.SOS, content);
  }

  void bits(int value, int length) {
    bits = (bits << length) | (value & ((1L << length) - 1));
    count += length;
    while (count >= 8) {
      count -= 8;
      int next = (int) (bits >> count) & 0xFF;
      out.write(next);
      if (next == 0xFF) {
        out.write(0);
      }
    }
  }

  void symbol(CodeBook book, int symbol) {
    bits(book.code(symbol), book.length(symbol));
  }

  /// The low bits of a value of a category: negative ones are one less (T.81 F.1.2.1).
  void extra(int value, int category) {
    bits(value < 0 ? value - 1 : value, category);
  }

  void difference(CodeBook book, int value) {
    int category = category(value);
    symbol(book, category);
    if (category < 16) {
      extra(value, category);
    }
  }

  static int category(int value) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
  }

  /// Fills the last byte with ones.
  void align() {
    if (count > 0) {
      bits(-1, 8 - count);
    }
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
