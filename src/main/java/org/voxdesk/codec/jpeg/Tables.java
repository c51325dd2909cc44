package org.voxdesk.codec.jpeg;

import java.util.Arrays;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// The tables and the restart interval that hold for the next scan (T.81 B.2.4).
final class Tables {
  private static final int COUNT = 4;

  private final int[][] quantisation = new int[COUNT][64];
  private final boolean[] quantised = new boolean[COUNT];
  private final HuffmanTable[] dc = tables();
  private final HuffmanTable[] ac = tables();
  private int restartInterval;

  private static HuffmanTable[] tables() {
    var tables = new HuffmanTable[COUNT];
    Arrays.setAll(tables, i -> new HuffmanTable());
    return tables;
  }

  /// Forgets what the frame before defined.
  void clear() {
    Arrays.fill(quantised, false);
    for (int i = 0; i < COUNT; i++) {
      dc[i].clear();
      ac[i].clear();
    }
    restartInterval = 0;
  }

  /// Reads the segment of `marker` if it is one of tables, and skips it if it is not.
  void read(int marker, Segments segments) throws CodecException {
    segments.open();
    switch (marker) {
      case Marker.DQT -> readQuantisation(segments);
      case Marker.DHT -> readHuffman(segments);
      case Marker.DRI -> restartInterval = segments.u16();
      default -> {}
    }
    segments.skip();
  }

  private void readQuantisation(Segments segments) throws CodecException {
    while (segments.remaining() > 0) {
      int kind = segments.u8();
      int number = kind & 15;
      if (kind >> 4 > 1 || number >= COUNT) {
        throw new CodecException(segments.position(), Sentence.of("jpeg.no.table", number));
      }
      for (int i = 0; i < 64; i++) {
        quantisation[number][i] = kind >> 4 == 0 ? segments.u8() : segments.u16();
      }
      quantised[number] = true;
    }
  }

  private void readHuffman(Segments segments) throws CodecException {
    while (segments.remaining() > 0) {
      int kind = segments.u8();
      int number = kind & 15;
      if (kind >> 4 > 1 || number >= COUNT) {
        throw new CodecException(segments.position(), Sentence.of("jpeg.no.table", number));
      }
      (kind >> 4 == 0 ? dc : ac)[number].read(segments);
    }
  }

  /// A copy of a quantisation table, in zigzag order.
  int[] quantisation(ScanHeader scan, int number) throws CodecException {
    if (!quantised[number]) {
      throw new CodecException(scan.position(), Sentence.of("jpeg.no.table", number));
    }
    return quantisation[number].clone();
  }

  /// The table of the categories of differences, none above `greatest`.
  HuffmanTable dc(ScanHeader scan, int number, int greatest) throws CodecException {
    HuffmanTable table = defined(scan, dc[number], number);
    if (table.greatest() > greatest) {
      throw new CodecException(scan.position(), Sentence.of("jpeg.huffman"));
    }
    return table;
  }

  /// The table of the runs and categories of coefficients.
  HuffmanTable ac(ScanHeader scan, int number) throws CodecException {
    return defined(scan, ac[number], number);
  }

  private static HuffmanTable defined(ScanHeader scan, HuffmanTable table, int number)
      throws CodecException {
    if (!table.isDefined()) {
      throw new CodecException(scan.position(), Sentence.of("jpeg.no.table", number));
    }
    return table;
  }

  /// MCUs between restart markers, 0 where there are none.
  int restartInterval() {
    return restartInterval;
  }
}
