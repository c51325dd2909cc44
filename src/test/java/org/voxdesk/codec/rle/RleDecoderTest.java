package org.voxdesk.codec.rle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.voxdesk.codec.CataloguedImage;
import org.voxdesk.codec.CodecContract;
import org.voxdesk.codec.CodecException;
import org.voxdesk.codec.FrameDecoder;
import org.voxdesk.codec.SampleBuffer;

class RleDecoderTest extends CodecContract {
  @Override
  protected FrameDecoder decoder() {
    return new RleDecoder();
  }

  @Override
  protected List<Example> examples() throws CodecException {
    return List.of(
        encoded("grey, 8 bit", 13, 9, 1, 1),
        encoded("grey, 16 bit", 64, 33, 1, 2),
        encoded("grey, 32 bit", 7, 5, 1, 4),
        encoded("one pixel", 1, 1, 1, 1),
        encoded("colour, 8 bit", 31, 17, 3, 1),
        encoded("colour, 16 bit", 300, 4, 3, 2),
        encoded("colour, 32 bit", 10, 10, 3, 4),
        new Example(
            "literal, no operation, run across rows, surplus",
            frame(new int[] {64}, 1, 10, 20, -128, -6, 30, 1, 40, 50, 0),
            5,
            2,
            1,
            1,
            bytes(10, 20, 30, 30, 30, 30, 30, 30, 30, 40)),
        new Example(
            "segments out of order",
            frame(new int[] {66, 64}, -1, 2, -1, 1),
            2,
            1,
            1,
            2,
            bytes(2, 1, 2, 1)),
        new Example(
            "segments that share their bytes",
            frame(new int[] {64, 64}, 0, 7),
            1,
            1,
            1,
            2,
            bytes(7, 7)));
  }

  private static Example encoded(String name, int columns, int rows, int components, int width)
      throws CodecException {
    byte[] bytes = RleSamples.of(columns * rows * components * width);
    var samples = new SampleBuffer(columns, rows, components, width, bytes);
    return new Example(
        name, new RleEncoder().encode(samples), columns, rows, components, width, bytes);
  }

  @Test
  void theFirstSegmentIsTheMostSignificantByteOfTheFirstComponent() throws CodecException {
    byte[] coded = frame(new int[] {64, 66, 68, 70}, 0, 1, 0, 2, 0, 3, 0, 4);

    assertThat(decoded(coded, 1, 1, 2, 2)).containsExactly(2, 1, 4, 3);
  }

  @Test
  void aSegmentThatEndsEarlySaysHowMuchIsMissing() {
    byte[] coded = frame(new int[] {64, 66}, -2, 5, -4, 6);

    assertThatThrownBy(() -> decoded(coded, 5, 1, 1, 2))
        .isInstanceOf(CodecException.class)
        .hasMessage("RLE segment 1 of 2 ends 2 bytes too early");
  }

  @Test
  void whatComesBeforeTheDamageIsDecoded() {
    byte[] bytes = new byte[4];
    byte[] coded = frame(new int[] {64}, 1, 8, 9);

    assertThatThrownBy(
            () -> new RleDecoder().decode(coded, coded.length, new SampleBuffer(4, 1, 1, 1, bytes)))
        .isInstanceOf(CodecException.class);
    assertThat(bytes).containsExactly(8, 9, 0, 0);
  }

  @Test
  void anOffsetOutsideTheFrameIsRefused() {
    for (int offset : new int[] {0, 63, 66, 1000, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> decoded(frame(new int[] {offset}, 0, 1), 1, 1, 1, 1))
          .isInstanceOf(CodecException.class)
          .hasMessageStartingWith("RLE segment 1 is said to begin at byte ");
    }
  }

  @Test
  void moreBytesAPixelThanAHeaderHasRoomForAreRefused() {
    var samples = new SampleBuffer(1, 1, 4, 4, new byte[16]);

    assertThatThrownBy(() -> new RleDecoder().decode(new byte[64], 64, samples))
        .hasMessage("RLE cannot hold 16 bytes a pixel, only 15");
    assertThatThrownBy(() -> new RleEncoder().encode(samples)).isInstanceOf(CodecException.class);
  }

  /// Images of one bit are packed, which is not for a codec to know.
  static Stream<CataloguedImage> images() throws IOException {
    return CataloguedImage.in("1.2.840.10008.1.2.5").filter(image -> image.bitsAllocated() > 1);
  }

  @ParameterizedTest
  @MethodSource("images")
  void realFilesDecodeAsOtherToolkitsDecodeThem(CataloguedImage image) throws Exception {
    List<byte[]> frames = image.fragments();

    assertThat(frames).hasSize(image.frames());
    assertThat(CataloguedImage.sha256(image.storedValues(decoder(), frames)))
        .isEqualTo(image.sha256());
  }

  private static byte[] decoded(byte[] coded, int columns, int rows, int components, int width)
      throws CodecException {
    byte[] bytes = new byte[columns * rows * components * width];
    new RleDecoder()
        .decode(coded, coded.length, new SampleBuffer(columns, rows, components, width, bytes));
    return bytes;
  }

  private static byte[] frame(int[] offsets, int... codes) {
    byte[] frame = new byte[RleHeader.BYTES + codes.length];
    RleHeader.put(frame, 0, offsets.length);
    for (int i = 0; i < offsets.length; i++) {
      RleHeader.put(frame, 1 + i, offsets[i]);
    }
    System.arraycopy(bytes(codes), 0, frame, RleHeader.BYTES, codes.length);
    return frame;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void aFrameWithARowMoreIsRefusedAndPaddingIsNot() throws Exception {
    byte[] coded = new RleEncoder().encode(new SampleBuffer(40, 3, 1, 1, new byte[120]));
    byte[] bytes = new byte[120];
    new RleDecoder().decode(coded, coded.length, new SampleBuffer(40, 3, 1, 1, bytes));
    byte[] padded = Arrays.copyOf(coded, coded.length + 8);
    new RleDecoder().decode(padded, padded.length, new SampleBuffer(40, 3, 1, 1, bytes));
    assertThatThrownBy(
            () ->
                new RleDecoder().decode(coded, coded.length, new SampleBuffer(40, 2, 1, 1, bytes)))
        .isInstanceOf(CodecException.class);
  }
}
