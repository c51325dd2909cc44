package org.voxdesk.codec.jpeg;

/// Writes lossless frames the way T.81 H.1 describes, one formula after the other.
///
/// @param precision bits a sample
/// @param predictor 1 to 7
/// @param transform the point transform
/// @param interleaved whether all components are in one scan
/// @param restartRows rows of MCUs in a restart interval, 0 for none
/// @param factors sampling factors of each component, as their byte
@SuppressWarnings("ArrayRecordComponent")
record LosslessWriter(
    int precision,
    int predictor,
    int transform,
    boolean interleaved,
    int restartRows,
    int... factors) {

  /// Codes `planes[component][row][column]`, each of the size of the component; a frame has the
  /// size of the biggest.
  byte[] write(int rows, int columns, int[][][] planes) {
    var writer = new JpegWriter().marker(Marker.SOI);
    CodeBook book = CodeBook.lossless(precision + 31L * predictor);
    writer.segment(Marker.DHT, book.segment(0));
    int[][] components = new int[planes.length][];
    int[] ids = new int[planes.length];
    for (int i = 0; i < planes.length; i++) {
      ids[i] = i + 1;
      components[i] = new int[] {ids[i], factors[i], 0};
    }
    writer.frame(Marker.SOF3, precision, rows, columns, components);
    if (interleaved) {
      int across = Math.ceilDiv(columns, horizontal());
      int down = Math.ceilDiv(rows, vertical());
      scan(writer, book, ids, planes, across, down);
    } else {
      for (int i = 0; i < planes.length; i++) {
        int[][] plane = planes[i];
        int[] id = {ids[i]};
        scan(writer, book, id, new int[][][] {plane}, plane[0].length, plane.length);
      }
    }
    return writer.marker(Marker.EOI).bytes();
  }

  private int horizontal() {
    int most = 1;
    for (int each : factors) {
      most = Math.max(most, each >> 4);
    }
    return most;
  }

  private int vertical() {
    int most = 1;
    for (int each : factors) {
      most = Math.max(most, each & 15);
    }
    return most;
  }

  private void scan(
      JpegWriter writer, CodeBook book, int[] ids, int[][][] planes, int across, int down) {
    int interval = restartRows * across;
    writer.segment(Marker.DRI, interval >> 8, interval);
    writer.scan(ids, predictor, 0, transform);
    for (int y = 0; y < down; y++) {
      boolean restarts = restartRows > 0 && y % restartRows == 0;
      if (restarts && y > 0) {
        writer.align();
        writer.marker(Marker.RST0 + ((y / restartRows - 1) & 7));
      }
      for (int x = 0; x < across; x++) {
        for (int i = 0; i < ids.length; i++) {
          int h = ids.length > 1 ? factors[ids[i] - 1] >> 4 : 1;
          int v = ids.length > 1 ? factors[ids[i] - 1] & 15 : 1;
          for (int k = 0; k < h * v; k++) {
            int row = y * v + k / h;
            boolean first = y == 0 || restarts;
            writer.difference(book, difference(planes[i], row, x * h + k % h, first && k / h == 0));
          }
        }
      }
    }
    writer.align();
  }

  /// Difference modulo 2^16, from -32767 to 32768.
  private int difference(int[][] plane, int row, int column, boolean firstLine) {
    int a = column > 0 ? sample(plane, row, column - 1) : 0;
    int b = row > 0 ? sample(plane, row - 1, column) : 0;
    int c = row > 0 && column > 0 ? sample(plane, row - 1, column - 1) : 0;
    int prediction;
    if (firstLine) {
      prediction = column == 0 ? 1 << (precision - transform - 1) : a;
    } else if (column == 0) {
      prediction = b;
    } else {
      prediction =
          switch (predictor) {
            case 1 -> a;
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + ((b - c) >> 1);
            case 6 -> b + ((a - c) >> 1);
            default -> (a + b) / 2;
          };
    }
    int difference = (sample(plane, row, column) - prediction) & 0xFFFF;
    return difference > 32768 ? difference - 65536 : difference;
  }

  /// Beyond the edges, where MCUs are filled up, are the samples of the edge.
  private int sample(int[][] plane, int row, int column) {
    int[] line = plane[Math.min(row, plane.length - 1)];
    return line[Math.min(column, line.length - 1)] >> transform;
  }
}
