package org.voxdesk.codec.rle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.SampleBuffer;

class RleEncoderTest {
  @Test
  void runsAndLiteralsBecomeTheShortestCodes() throws CodecException {
    assertThat(segment(bytes(5, 5, 5, 5))).containsExactly(-3, 5);
    assertThat(segment(bytes(1, 2, 3))).containsExactly(2, 1, 2, 3);
    assertThat(segment(bytes(1, 2, 2, 3))).containsExactly(3, 1, 2, 2, 3, 0);
    assertThat(segment(bytes(4, 4, 1, 2, 9, 9, 9))).containsExactly(-1, 4, 1, 1, 2, -2, 9, 0);
  }

  @Test
  void noCodeIsLongerThan128Bytes() throws CodecException {
    byte[] run = new byte[300];
    assertThat(segment(run)).containsExactly(-127, 0, -127, 0, -43, 0);

    byte[] literal = new byte[130];
    for (int i = 0; i < literal.length; i++) {
      literal[i] = (byte) i;
    }
    assertThat(segment(literal)).startsWith(127, 0, 1).endsWith(127, 1, -128, -127).hasSize(132);
  }

  @Test
  void runsEndWithTheirRow() throws CodecException {
    byte[] coded = new RleEncoder().encode(new SampleBuffer(3, 2, 1, 1, new byte[6]));

    assertThat(Arrays.copyOfRange(coded, 64, coded.length)).containsExactly(-2, 0, -2, 0);
  }

  @Test
  void theHeaderNamesTheSegmentsWhichHaveEvenLengths() throws CodecException {
    byte[] coded = new RleEncoder().encode(new SampleBuffer(2, 1, 1, 2, bytes(1, 2, 3, 4)));

    assertThat(coded).startsWith(2, 0, 0, 0, 64, 0, 0, 0, 68, 0, 0, 0, 0, 0, 0, 0);
    assertThat(Arrays.copyOfRange(coded, 64, coded.length)).containsExactly(1, 2, 4, 0, 1, 1, 3, 0);
  }

  @Test
  void everyBitComesBack() throws CodecException {
    var random = new SplittableRandom(7);
    var encoder = new RleEncoder();
    for (int round = 0; round < 300; round++) {
      int columns = 1 + random.nextInt(400);
      int rows = 1 + random.nextInt(8);
      int components = 1 + random.nextInt(3);
      int width = 1 << random.nextInt(3);
      byte[] bytes = RleSamples.of(columns * rows * components * width);
      byte[] coded = encoder.encode(new SampleBuffer(columns, rows, components, width, bytes));
      byte[] back = new byte[bytes.length];
      new RleDecoder()
          .decode(coded, coded.length, new SampleBuffer(columns, rows, components, width, back));

      assertThat(back).isEqualTo(bytes);
    }
  }

  private static byte[] segment(byte[] row) throws CodecException {
    byte[] coded = new RleEncoder().encode(new SampleBuffer(row.length, 1, 1, 1, row));
    return Arrays.copyOfRange(coded, 64, coded.length);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
