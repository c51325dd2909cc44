package org.voxdesk.codec.jpeg;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Writes the coefficients of a [DctImage] as a sequential or a progressive frame.
final class DctWriter {
  private final DctImage image;
  private final int restartInterval;
  private final JpegWriter writer = new JpegWriter();
  private final CodeBook dc = CodeBook.dc(1);
  private final CodeBook ac = CodeBook.ac(2);
  private final int[] previous = new int[4];

  DctWriter(DctImage image, int restartInterval) {
    this.image = image;
    this.restartInterval = restartInterval;
  }

  byte[] sequential(boolean interleaved) {
    begin(Marker.SOF1);
    if (interleaved) {
      scan(all(), 0, 63, 0, (component, block) -> sequential(component, block), () -> {});
    } else {
      for (int i : all()) {
        scan(new int[] {i}, 0, 63, 0, (component, block) -> sequential(component, block), () -> {});
      }
    }
    return end();
  }

  /// DC in one scan for all components and then its last bit, AC in two bands for each with the
  /// last two bits in scans of their own.
  byte[] progressive(boolean interleavedDc) {
    begin(Marker.SOF2);
    for (int[] scan : interleavedDc ? new int[][] {all()} : each()) {
      scan(scan, 0, 0, 0x01, (component, block) -> firstDc(component, block[0] >> 1), () -> {});
    }
    for (int i : all()) {
      for (int[] band : new int[][] {{1, 5, 0x02}, {6, 63, 0x02}, {1, 63, 0x21}, {1, 63, 0x10}}) {
        var bands = new ProgressiveBand(writer, ac, band[0], band[1], band[2]);
        Consumer<int[]> code = band[2] > 15 ? bands::refine : bands::first;
        scan(
            new int[] {i},
            band[0],
            band[1],
            band[2],
            (component, block) -> code.accept(block),
            bands::flush);
      }
    }
    scan(all(), 0, 0, 0x10, (component, block) -> writer.bits(block[0], 1), () -> {});
    return end();
  }

  private interface BlockWriter {
    void write(int component, int[] block);
  }

  private int[] all() {
    return IntStream.range(0, image.factors.length).toArray();
  }

  private int[][] each() {
    return IntStream.of(all()).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
  }

  /// Steps take 16 bits each.
  private void begin(int process) {
    writer.marker(Marker.SOI);
    int[] table = new int[129];
    table[0] = 0x10;
    for (int k = 0; k < 64; k++) {
      table[1 + 2 * k] = image.steps[k] >> 8;
      table[2 + 2 * k] = image.steps[k] & 0xFF;
    }
    writer.segment(Marker.DQT, table);
    int[][] components = new int[image.factors.length][];
    for (int i = 0; i < components.length; i++) {
      components[i] = new int[] {i + 10, image.factors[i], 0};
    }
    writer.frame(process, image.precision, image.rows, image.columns, components);
    writer.segment(Marker.DHT, dc.segment(0)).segment(Marker.DHT, ac.segment(0x10));
    writer.segment(Marker.DRI, restartInterval >> 8, restartInterval);
  }

  private byte[] end() {
    return writer.marker(Marker.EOI).bytes();
  }

  private void scan(
      int[] components,
      int start,
      int end,
      int approximation,
      BlockWriter blocks,
      Runnable atRestart) {
    writer.scan(IntStream.of(components).map(i -> i + 10).toArray(), start, end, approximation);
    int first = components[0];
    boolean single = components.length == 1;
    int across = single ? Math.ceilDiv(image.width(first), 8) : image.mcusAcross();
    int down = single ? Math.ceilDiv(image.height(first), 8) : image.mcusDown();
    Arrays.fill(previous, 0);
    for (int mcu = 0; mcu < across * down; mcu++) {
      if (restartInterval > 0 && mcu > 0 && mcu % restartInterval == 0) {
        atRestart.run();
        writer.align();
        writer.marker(Marker.RST0 + ((mcu / restartInterval - 1) & 7));
        Arrays.fill(previous, 0);
      }
      for (int i : components) {
        int h = single ? 1 : image.horizontal(i);
        int v = single ? 1 : image.vertical(i);
        for (int k = 0; k < h * v; k++) {
          int row = mcu / across * v + k / h;
          blocks.write(i, image.blocks[i][row][mcu % across * h + k % h]);
        }
      }
    }
    atRestart.run();
    writer.align();
  }

  private void firstDc(int component, int value) {
    writer.difference(dc, value - previous[component]);
    previous[component] = value;
  }

  private void sequential(int component, int[] block) {
    firstDc(component, block[0]);
    int run = 0;
    for (int k = 1; k < 64; k++) {
      if (block[k] == 0) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) {
        writer.symbol(ac, 0xF0);
      }
      int category = JpegWriter.category(block[k]);
      writer.symbol(ac, 16 * run + category);
      writer.extra(block[k], category);
      run = 0;
    }
    if (run > 0) {
      writer.symbol(ac, 0);
    }
  }
}
