package org.voxdesk.codec.jpeg;

import java.util.Arrays;
import org.voxdesk.codec.CodecException;
import org.voxdesk.text.Sentence;

/// The coefficients of one component, which a progressive frame gives bit by bit, and how much of
/// them is known.
final class Coefficients {
  private static final int UNKNOWN = -1;
  private static final int MOST = Integer.MAX_VALUE - 16;

  private final Component component;
  private final int across;
  private final int down;
  private final short[] values;
  private final int[] lowBits = new int[64];
  private final int[] quantisation = new int[64];

  /// Nothing known yet of `component`, whose blocks fill whole MCUs.
  ///
  /// @throws CodecException if they do not fit an array
  Coefficients(FrameHeader frame, Component component) throws CodecException {
    this.component = component;
    this.across = frame.mcusAcross(8) * component.horizontal();
    this.down = frame.mcusDown(8) * component.vertical();
    long size = 64L * across * down;
    if (size > MOST) {
      throw new CodecException(-1, Sentence.of("jpeg.too.big", frame.columns(), frame.rows()));
    }
    this.values = new short[(int) size];
    Arrays.fill(lowBits, UNKNOWN);
  }

  Component component() {
    return component;
  }

  /// 64 for each block, row by row of blocks and of coefficients, not dequantised. Shared.
  short[] values() {
    return values;
  }

  /// Where in the values the block in column `x` and row `y` begins.
  int start(int x, int y) {
    return 64 * (y * across + x);
  }

  /// Whether the table was taken that dequantises the component: that of its first scan.
  boolean isQuantised() {
    return Arrays.stream(lowBits).anyMatch(low -> low != UNKNOWN);
  }

  void quantise(int[] table) {
    System.arraycopy(table, 0, quantisation, 0, 64);
  }

  /// Notes that a scan brings its band down to bit `low`, and says whether one may: first scans
  /// bring what is unknown, others the next bit of what is known (T.81 G.1.1.1.2).
  boolean advance(ScanHeader scan) {
    for (int k = scan.start(); k <= scan.end(); k++) {
      int expected = scan.high() == 0 ? UNKNOWN : scan.high();
      if (lowBits[k] != expected) {
        return false;
      }
      lowBits[k] = scan.low();
    }
    return true;
  }

  /// Whether there is enough to make an image of.
  boolean isUsable() {
    return lowBits[0] != UNKNOWN;
  }

  /// Whether every bit of every coefficient is known.
  boolean isComplete() {
    return Arrays.stream(lowBits).allMatch(low -> low == 0);
  }

  /// Transforms all blocks into `sink`.
  void transform(InverseDct inverse, LineSink sink) {
    var natural = Zigzag.order();
    var steps = new int[64];
    for (int k = 0; k < 64; k++) {
      steps[natural[k]] = quantisation[k];
    }
    var strip = new Strip(component, across, 1, sink);
    var block = new int[64];
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        int from = start(x, y);
        int more = 0;
        for (int i = 0; i < 64; i++) {
          int value = values[from + i];
          block[i] = value * steps[i];
          more |= i == 0 ? 0 : value;
        }
        if (more == 0) {
          inverse.flat(block[0], strip.lines(), 0, 8 * x);
        } else {
          inverse.transform(block, strip.lines(), 0, 8 * x);
        }
      }
      strip.flush();
    }
  }
}
