package org.voxdesk.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.voxdesk.codec.CodecContract;
import org.voxdesk.codec.FrameDecoder;

/// The lossless process: every predictor, precision and order of components.
class LosslessJpegTest extends CodecContract {
  private static final int[] ONE = {0x11};
  private static final int[] THREE = {0x11, 0x11, 0x11};

  @Override
  protected FrameDecoder decoder() {
    return new JpegDecoder();
  }

  @Override
  protected List<Example> examples() {
    var examples = new ArrayList<Example>();
    for (int predictor = 1; predictor <= 7; predictor++) {
      examples.add(
          example(
              "predictor " + predictor,
              37,
              23,
              new LosslessWriter(16, predictor, 0, true, 0, ONE)));
      examples.add(
          example(
              "predictor " + predictor + " restarted",
              19,
              23,
              new LosslessWriter(12, predictor, 0, true, 2, ONE)));
    }
    for (int precision = 2; precision <= 16; precision++) {
      examples.add(
          example(precision + " bits", 21, 9, new LosslessWriter(precision, 4, 0, true, 0, ONE)));
    }
    for (int transform : new int[] {1, 3, 7}) {
      examples.add(
          example(
              "point transform " + transform,
              17,
              11,
              new LosslessWriter(8, 7, transform, true, 3, ONE)));
    }
    for (boolean interleaved : new boolean[] {false, true}) {
      String order = interleaved ? " interleaved" : " one by one";
      examples.add(
          example("colours" + order, 13, 11, new LosslessWriter(8, 1, 0, interleaved, 0, THREE)));
      examples.add(
          example(
              "colours restarted" + order,
              13,
              40,
              new LosslessWriter(16, 6, 0, interleaved, 1, THREE)));
      examples.add(
          example(
              "four components" + order,
              5,
              7,
              new LosslessWriter(10, 5, 2, interleaved, 0, 0x11, 0x11, 0x11, 0x11)));
      examples.add(
          example(
              "sampled down" + order,
              15,
              9,
              new LosslessWriter(8, 4, 0, interleaved, 2, 0x22, 0x11, 0x21)));
    }
    examples.add(example("one sample", 1, 1, new LosslessWriter(16, 1, 0, true, 0, ONE)));
    examples.add(example("one column", 1, 9, new LosslessWriter(16, 5, 0, true, 1, ONE)));
    examples.add(widestDifferences());
    examples.add(eightBitsInTwoBytes());
    return examples;
  }

  private static Example example(String name, int columns, int rows, LosslessWriter writer) {
    int[][][] planes = planes(columns, rows, writer);
    int width = writer.precision() <= 8 ? 1 : 2;
    byte[] expected = expected(columns, rows, planes, writer, width);
    byte[] coded = writer.write(rows, columns, planes);
    return new Example(name, coded, columns, rows, planes.length, width, expected);
  }

  /// Differences of 32768, whose category has no further bits.
  private static Example widestDifferences() {
    int[][] plane = {{0, 32768, 0, 65535}, {32767, 65535, 32767, 0}};
    var writer = new LosslessWriter(16, 1, 0, true, 0, ONE);
    int[][][] planes = {plane};
    byte[] expected = expected(4, 2, planes, writer, 2);
    return new Example("widest", writer.write(2, 4, planes), 4, 2, 1, 2, expected);
  }

  private static Example eightBitsInTwoBytes() {
    var writer = new LosslessWriter(8, 1, 0, true, 0, ONE);
    int[][][] planes = planes(11, 5, writer);
    byte[] expected = expected(11, 5, planes, writer, 2);
    return new Example("8 bits in 2 bytes", writer.write(5, 11, planes), 11, 5, 1, 2, expected);
  }

  /// Noise that grows from left to right.
  private static int[][][] planes(int columns, int rows, LosslessWriter writer) {
    var random = new SplittableRandom(columns + rows);
    int most = (1 << writer.precision()) - 1;
    int[][][] planes = new int[writer.factors().length][][];
    for (int i = 0; i < planes.length; i++) {
      int width = Math.ceilDiv(columns * (writer.factors()[i] >> 4), factor(writer, 4));
      int height = Math.ceilDiv(rows * (writer.factors()[i] & 15), factor(writer, 0));
      planes[i] = new int[height][width];
      for (int[] line : planes[i]) {
        for (int x = 0; x < width; x++) {
          line[x] = (most / 3 + random.nextInt(1 + most * (x + 1) / width)) & most;
        }
      }
    }
    return planes;
  }

  private static int factor(LosslessWriter writer, int shift) {
    int greatest = 1;
    for (int each : writer.factors()) {
      greatest = Math.max(greatest, (each >> shift) & 15);
    }
    return greatest;
  }

  private static byte[] expected(
      int columns, int rows, int[][][] planes, LosslessWriter writer, int width) {
    byte[] expected = new byte[columns * rows * planes.length * width];
    int at = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        for (int i = 0; i < planes.length; i++) {
          int row = y * (writer.factors()[i] & 15) / factor(writer, 0);
          int column = x * (writer.factors()[i] >> 4) / factor(writer, 4);
          int value = planes[i][row][column] >> writer.transform() << writer.transform();
          for (int k = 0; k < width; k++) {
            expected[at++] = (byte) (value >> (8 * k));
          }
        }
      }
    }
    return expected;
  }
}
